// What an operator has to hear of. The queries read what the program and the platform send; infra/README.md lists them.
import * as names from 'names.bicep'

param name string
param groupName string
param location string
param tags { *: string }
param workspaceName string
param hostStorageName string
param dailyGigabytes int
param operators string[]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

type Alert = {
  name: string
  title: string
  text: string
  query: string
  severity: 0 | 1 | 2 | 3 | 4

  @description('How far back is looked, and how often.')
  window: 'PT1H' | 'P1D'
  every: 'PT15M' | 'PT1H'

  @description('Looks back two days, which is as far as an alert can, and mails once a day as long as it lasts.')
  standing: bool
}

var alerts Alert[] = [
  {
    name: 'poison'
    title: 'Kalasin: a dropped file could not be taken in'
    text: 'A message of the drop failed five times. The file is still in the drop; /api/health counts it, the log names round and unit.'
    query: 'AppMetrics | where Name == "kalasin.drops.poisoned" and Sum > 0'
    severity: 2
    window: 'PT1H'
    every: 'PT15M'
    standing: false
  }
  {
    name: 'tick-lag'
    title: 'Kalasin: the timer is late'
    text: 'No tick for half an hour: reminders, closing and compiling wait. infra/README.md says how to run one by hand. Comes also when the log is full.'
    // Only what has ticked can be late: nothing is expected of an app that has no package yet.
    query: '''
AppMetrics
| where Name == "kalasin.tick.lag"
| summarize Last = max(TimeGenerated), Lag = maxif(Max, TimeGenerated > ago(1h))
| where isnotnull(Last) and (Last < ago(30m) or Lag > 1800)
'''
    severity: 1
    window: 'PT1H'
    every: 'PT15M'
    standing: true
  }
  {
    name: 'step'
    title: 'Kalasin: something due could not be done'
    text: 'Closing a deadline or compiling a report failed and is tried again at each tick. The log says why; see to it before the deadline.'
    query: 'AppMetrics | where Name == "kalasin.steps.failed" and Sum > 0'
    severity: 1
    window: 'PT1H'
    every: 'PT15M'
    standing: false
  }
  {
    name: 'mail'
    title: 'Kalasin: a mail did not arrive'
    text: 'A mail server refused a mail for good, or gave it back. Whoever coordinates sees which on the page of the round\'s mails, corrects the address and sends it once more.'
    query: 'AppMetrics | where Name == "kalasin.mails" and Properties["kalasin.outcome"] in ("refused", "bounced") and Sum > 0'
    severity: 3
    window: 'PT1H'
    every: 'PT15M'
    standing: false
  }
  {
    name: 'dispatch'
    title: 'Kalasin: the report did not leave'
    text: 'A mail of the dispatch was refused, came back, could not be handed over, or was cut off. The page of signature and dispatch says which; a person decides.'
    query: 'AppMetrics | where Name == "kalasin.mails" and Properties["kalasin.purpose"] == "dispatch" and Properties["kalasin.outcome"] != "sent" and Sum > 0'
    severity: 1
    window: 'PT1H'
    every: 'PT15M'
    standing: false
  }
  {
    name: 'mailbox'
    title: 'Kalasin: nobody reads the mailbox'
    text: 'The mailbox was not read for half a working day: what units send by mail is neither taken in nor answered. /api/health says what stands in the way (KAL7661 and those beside it).'
    query: 'AppMetrics | where Name == "kalasin.mailbox.unread" | summarize Unread = maxif(Max, TimeGenerated > ago(1h)) | where Unread >= 14400'
    severity: 1
    window: 'PT1H'
    every: 'PT15M'
    standing: true
  }
  {
    name: 'package'
    title: 'Kalasin: a package of the program was written'
    text: 'Right if somebody has just deployed. If nobody has: stop the app, deploy a package that you know, see who it was in StorageBlobLogs.'
    query: 'StorageBlobLogs | where ObjectKey startswith "/${hostStorageName}/${names.packagesContainer}/" and StatusText == "Success"'
    severity: 3
    window: 'PT1H'
    every: 'PT15M'
    standing: false
  }
  {
    name: 'log-fills'
    title: 'Kalasin: the log has taken half of what it may take in a day'
    text: 'When it is full nothing is kept until the next day, and the other alerts see nothing. Look what fills it: Usage | summarize sum(Quantity) by DataType.'
    query: 'Usage | where IsBillable | summarize Megabytes = sum(Quantity) | where Megabytes > ${dailyGigabytes * 500}'
    severity: 2
    window: 'P1D'
    every: 'PT1H'
    standing: false
  }
  {
    name: 'log-full'
    title: 'Kalasin: the log is full, the other alerts are blind'
    text: 'The daily cap is reached. Until it is reset look at /api/health by hand, or raise logDailyGigabytes and deploy.'
    // Told by the workspace itself, whose own events the cap lets through.
    query: '_LogOperation | where Category =~ "Ingestion" and Detail has "OverQuota"'
    severity: 1
    window: 'PT1H'
    every: 'PT15M'
    standing: false
  }
]

resource listeners 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: groupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'kalasin'
    emailReceivers: [
      for (operator, n) in operators: {
        name: 'operator-${n}'
        emailAddress: operator
        useCommonAlertSchema: true
      }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: 'alert-${name}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      description: alert.text
      severity: alert.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: alert.every
      windowSize: alert.window
      overrideQueryTimeRange: alert.standing ? 'P2D' : null
      autoMitigate: !alert.standing
      muteActionsDuration: alert.standing ? 'P1D' : null
      // A new workspace has no tables before something arrives for them.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [listeners.id] }
    }
  }
]
