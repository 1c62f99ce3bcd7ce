targetScope = 'subscription'

import { Sender } from 'modules/people.bicep'

@description('Short name of this installation, part of every resource name.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('Region of everything but what Azure keeps globally. It has to offer the Flex Consumption plan, and zone-redundant storage where that is asked for.')
param location string

@description('How storage is copied: within one data centre (LRS), or over three zones (ZRS).')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageRedundancy string

@description('Days for which what was deleted or overwritten can be brought back. Two or three days later it is gone for good.')
@minValue(7)
@maxValue(365)
param softDeleteDays int

@description('Keep the data from being deleted as a whole: a lock on its account, and a vault that has to be emptied file by file first.')
param lockData bool

@description('Days for which no sealed head of the log can be changed or deleted: as long as a round may be questioned.')
@minValue(1)
@maxValue(3650)
param headsDays int

@description('Whether somebody has locked that policy for ever (infra/README.md says how). A locked policy is not deployed again.')
param headsLocked bool

@description('Instances kept warm for HTTP. None: the first caller after a quiet time waits for a start.')
@minValue(0)
@maxValue(5)
param alwaysReadyInstances int

@description('Networks (CIDR) that may call pages and API. Everyone (0.0.0.0/0), so that phones get in: who may do what, the program says. Empty: nobody but Azure itself.')
param allowedNetworks string[]

@description('Application (client) id of the Entra registration by which accounts sign in. Empty: nobody can sign in, and only holders of personal links get in.')
param signInClientId string

@description('Where people reach the app, as the origin of links and QR codes (https://kalasin.example.go.th). Empty: the name that Azure gives it.')
param baseAddress string

@description('Server that mails leave by, without its password (smtps://office@mail.example.go.th). Empty: mails wait in the log.')
param smtp string

@description('Mailbox that is read, without its password (imaps://office@mail.example.go.th). Empty: none.')
param imap string

@description('What tokens of the program\'s identity are for that take the place of mail passwords (https://outlook.office365.com/.default for Exchange Online). Empty: passwords.')
param mailScope string

@description('Who may put files into the drop and read the answers: Entra groups, each in folders of its own.')
param senders Sender[]

@description('Object ids of the Entra groups that may read vault, heads and log, to keep a copy elsewhere.')
param copyGroups string[]

@description('E-mail addresses of those who hear of alerts and of the budget.')
@minLength(1)
param operators string[]

@description('Budget of a month in the currency of the subscription; a forecast of all of it, or 80 % spent, is mailed.')
@minValue(1)
param monthlyBudget int

@description('GB a day that the log may grow; what exceeds it is not kept.')
@minValue(1)
param logDailyGigabytes int

@description('Days for which the log is kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int

var suffix = uniqueString(subscription().id, environmentName)
var tags = { product: 'kalasin', 'azd-env-name': environmentName }

// All names but those of role assignments are made here, from what is known before anything exists: so a what-if tells what a deployment would do.
var names = {
  program: 'id-kalasin-${environmentName}'
  packages: 'id-kalasin-${environmentName}-packages'
  events: 'id-kalasin-${environmentName}-events'
  storage: 'kalasin${suffix}'
  hostStorage: 'kalasinhost${suffix}'
  workspace: 'log-kalasin-${environmentName}'
  insights: 'appi-kalasin-${environmentName}'
  topic: 'evgt-kalasin-${environmentName}'
  plan: 'plan-kalasin-${environmentName}'
  app: 'func-kalasin-${environmentName}-${suffix}'
  secrets: 'kv-kalasin-${suffix}'
  alerts: 'kalasin-${environmentName}'
  listeners: 'ag-kalasin-${environmentName}'
  availability: 'health-kalasin-${environmentName}'
  budget: 'budget-kalasin-${environmentName}'
}

var roleNames = {
  files: guid(subscription().id, environmentName, 'files')
  lastingFiles: guid(subscription().id, environmentName, 'lasting files')
  passingFiles: guid(subscription().id, environmentName, 'passing files')
  lastingRows: guid(subscription().id, environmentName, 'lasting rows')
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-kalasin-${environmentName}'
  location: location
  tags: tags
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: {
    programName: names.program
    packagesName: names.packages
    eventsName: names.events
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.storage
    location: location
    tags: tags
    redundancy: storageRedundancy
    softDeleteDays: softDeleteDays
    locked: lockData
    headsDays: headsDays
    headsLocked: headsLocked
  }
}

module host 'modules/host.bicep' = {
  scope: group
  params: {
    name: names.hostStorage
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    tags: tags
    dailyGigabytes: logDailyGigabytes
    retentionDays: logRetentionDays
  }
}

module ownRoles 'modules/ownRoles.bicep' = {
  scope: group
  params: {
    label: 'Kalasin ${environmentName} ${suffix}'
    names: roleNames
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  dependsOn: [ownRoles, storage, host, monitoring]
  params: {
    storageName: names.storage
    hostStorageName: names.hostStorage
    insightsName: names.insights
    programPrincipal: identities.outputs.programPrincipal
    packagesPrincipal: identities.outputs.packagesPrincipal
    eventsPrincipal: identities.outputs.eventsPrincipal
    ownRoles: roleNames
  }
}

module people 'modules/people.bicep' = {
  scope: group
  dependsOn: [ownRoles, storage]
  params: {
    storageName: names.storage
    senders: senders
    copyGroups: copyGroups
    filesRole: roleNames.files
  }
}

module events 'modules/events.bicep' = {
  scope: group
  // Event Grid tries the queue when it is told of it.
  dependsOn: [roles]
  params: {
    name: names.topic
    location: location
    tags: tags
    storageName: names.storage
    hostStorageName: names.hostStorage
    identityName: names.events
  }
}

module secrets 'modules/secrets.bicep' = if (empty(mailScope) && !(empty(smtp) && empty(imap))) {
  scope: group
  params: {
    name: names.secrets
    location: location
    tags: tags
    programPrincipal: identities.outputs.programPrincipal
  }
}

module functionApp 'modules/functionApp.bicep' = {
  scope: group
  // The program reads its store and its passwords and writes its telemetry in its first second.
  dependsOn: [roles, secrets]
  params: {
    name: names.app
    planName: names.plan
    location: location
    tags: tags
    programName: names.program
    packagesName: names.packages
    storageName: names.storage
    hostStorageName: names.hostStorage
    insightsName: names.insights
    alwaysReadyInstances: alwaysReadyInstances
    allowedNetworks: allowedNetworks
    signInClientId: signInClientId
    baseAddress: baseAddress
    smtp: smtp
    imap: imap
    mailScope: mailScope
    vaultName: names.secrets
  }
}

module diagnostics 'modules/diagnostics.bicep' = {
  scope: group
  dependsOn: [storage, host, monitoring, events]
  params: {
    workspaceName: names.workspace
    storageName: names.storage
    hostStorageName: names.hostStorage
    topicName: names.topic
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  dependsOn: [monitoring]
  params: {
    name: names.alerts
    groupName: names.listeners
    location: location
    tags: tags
    workspaceName: names.workspace
    hostStorageName: names.hostStorage
    dailyGigabytes: logDailyGigabytes
    operators: operators
  }
}

module availability 'modules/availability.bicep' = if (contains(allowedNetworks, '0.0.0.0/0')) {
  scope: group
  dependsOn: [monitoring, alerts]
  params: {
    name: names.availability
    location: location
    tags: tags
    insightsName: names.insights
    groupName: names.listeners
    address: functionApp.outputs.address
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: names.budget
    amount: monthlyBudget
    operators: operators
  }
}

@description('Where the program answers.')
output address string = functionApp.outputs.address

@description('The function app, for the deployment of the program.')
output functionAppName string = names.app

@description('The group that holds everything.')
output resourceGroupName string = group.name

@description('The storage account with everything that is kept, the drop and the answers.')
output storageAccountName string = names.storage

@description('The storage account with packages and queues.')
output hostStorageAccountName string = names.hostStorage
