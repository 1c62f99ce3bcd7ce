// What an operator has to hear of. The queries read metrics that the program sends; infra/README.md lists them.
param name string
param location string
param tags { *: string }
param workspaceName string
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
}

var alerts Alert[] = [
  {
    name: 'poison'
    title: 'Kalasin: a dropped file could not be taken in'
    text: 'A message of the drop failed five times. The file is still in the drop; /api/health counts it, the log names round and unit.'
    query: 'AppMetrics | where Name == "kalasin.drops.poisoned" and Sum > 0'
    severity: 2
  }
  {
    name: 'tick-lag'
    title: 'Kalasin: the timer is late'
    text: 'No tick for half an hour: reminders, closing and compiling wait. infra/README.md says how to run one by hand.'
    // One row also when there is nothing at all, which is the worst lag.
    query: 'AppMetrics | where Name == "kalasin.tick.lag" | summarize Last = max(TimeGenerated), Lag = max(Max) | where isnull(Last) or Last < ago(30m) or Lag > 1800'
    severity: 1
  }
  {
    name: 'step'
    title: 'Kalasin: something due could not be done'
    text: 'Closing a deadline or compiling a report failed and is tried again at each tick. The log says why; see to it before the deadline.'
    query: 'AppMetrics | where Name == "kalasin.steps.failed" and Sum > 0'
    severity: 1
  }
]

resource listeners 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
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
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      autoMitigate: true
      // A new workspace has no table of metrics before the first one arrives.
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
