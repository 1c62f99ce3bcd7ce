targetScope = 'subscription'

@description('Short name of this installation, part of every resource name.')
@minLength(2)
@maxLength(16)
param environmentName string

@description('Region of everything but what Azure keeps globally. It has to offer the Flex Consumption plan, and zone-redundant storage where that is asked for.')
param location string

@description('How storage is copied: within one data centre (LRS), or over three zones (ZRS).')
@allowed(['Standard_LRS', 'Standard_ZRS'])
param storageRedundancy string

@description('Days for which deleted or overwritten blobs, and deleted containers, can be brought back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int

@description('Put a lock on the storage account, so that nobody deletes it by deleting the resource group.')
param lockData bool

@description('Instances kept warm for HTTP. None: the first caller after a quiet time waits for a start.')
@minValue(0)
@maxValue(5)
param alwaysReadyInstances int

@description('Networks (CIDR) that may call pages and API. Empty: nobody but Azure itself.')
param allowedNetworks string[]

@description('Object ids of the Entra groups that may put files into the drop and read the answers.')
param senderGroups string[]

@description('E-mail addresses of those who hear of alerts and of the budget.')
@minLength(1)
param operators string[]

@description('Budget of a month in the currency of the subscription; a forecast of all of it, or 80 % spent, is mailed.')
@minValue(1)
param monthlyBudget int

@description('First day of the first month of the budget, yyyy-MM-01. Azure does not let it change afterwards.')
param budgetStart string

@description('GB a day that the log may grow; what exceeds it is not kept.')
@minValue(1)
param logDailyGigabytes int

@description('Days for which the log is kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int

var suffix = uniqueString(subscription().id, environmentName)
var tags = { product: 'kalasin', 'azd-env-name': environmentName }

// All names are made here, from what is known before anything exists: so a what-if tells everything that a deployment would do.
var names = {
  identity: 'id-kalasin-${environmentName}'
  storage: 'kalasin${suffix}'
  workspace: 'log-kalasin-${environmentName}'
  insights: 'appi-kalasin-${environmentName}'
  topic: 'evgt-kalasin-${environmentName}'
  plan: 'plan-kalasin-${environmentName}'
  app: 'func-kalasin-${environmentName}-${suffix}'
  alerts: 'kalasin-${environmentName}'
  budget: 'budget-kalasin-${environmentName}'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-kalasin-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: names.identity
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

module roles 'modules/roles.bicep' = {
  scope: group
  dependsOn: [identity, storage, monitoring]
  params: {
    identityName: names.identity
    storageName: names.storage
    insightsName: names.insights
    senderGroups: senderGroups
  }
}

module events 'modules/events.bicep' = {
  scope: group
  dependsOn: [storage]
  params: {
    name: names.topic
    location: location
    tags: tags
    storageName: names.storage
  }
}

module functionApp 'modules/functionApp.bicep' = {
  scope: group
  // The program reads its store and writes its telemetry in its first second.
  dependsOn: [roles]
  params: {
    name: names.app
    planName: names.plan
    location: location
    tags: tags
    identityName: names.identity
    storageName: names.storage
    insightsName: names.insights
    alwaysReadyInstances: alwaysReadyInstances
    allowedNetworks: allowedNetworks
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  dependsOn: [monitoring]
  params: {
    name: names.alerts
    location: location
    tags: tags
    workspaceName: names.workspace
    operators: operators
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: names.budget
    amount: monthlyBudget
    start: budgetStart
    operators: operators
  }
}

@description('Where the program answers.')
output address string = functionApp.outputs.address

@description('The function app, for the deployment of the program.')
output functionAppName string = names.app

@description('The group that holds everything.')
output resourceGroupName string = group.name

@description('The storage account with the drop and the answers.')
output storageAccountName string = names.storage
