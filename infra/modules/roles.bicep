// Who may do what, each as narrow as its use allows; infra/README.md gives the reason of each.
import * as names from 'names.bicep'

param identityName string
param storageName string
param insightsName string
param senderGroups string[]

// Names of built-in roles never change; these are the same in every tenant.
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var storageBlobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource program 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource drop 'containers' existing = { name: names.dropContainer }
    resource answers 'containers' existing = { name: names.answersContainer }
  }

  resource queues 'queueServices' existing = {
    name: 'default'

    resource drops 'queues' existing = { name: names.dropQueue }
    resource poison 'queues' existing = { name: names.poisonQueue }
  }

  resource tables 'tableServices' existing = {
    name: 'default'

    resource log 'tables' existing = { name: names.logTable }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource programBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, program.id, storageBlobDataOwner)
  properties: {
    principalId: program.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataOwner)
  }
}

resource programDrops 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::queues::drops
  name: guid(account::queues::drops.id, program.id, storageQueueDataContributor)
  properties: {
    principalId: program.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
  }
}

resource programPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::queues::poison
  name: guid(account::queues::poison.id, program.id, storageQueueDataContributor)
  properties: {
    principalId: program.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
  }
}

resource programLog 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::tables::log
  name: guid(account::tables::log.id, program.id, storageTableDataContributor)
  properties: {
    principalId: program.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
  }
}

resource programTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, program.id, monitoringMetricsPublisher)
  properties: {
    principalId: program.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource sendersDrop 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for sender in senderGroups: {
    scope: account::blobs::drop
    name: guid(account::blobs::drop.id, sender, storageBlobDataContributor)
    properties: {
      principalId: sender
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    }
  }
]

resource sendersAnswers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for sender in senderGroups: {
    scope: account::blobs::answers
    name: guid(account::blobs::answers.id, sender, storageBlobDataReader)
    properties: {
      principalId: sender
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataReader)
    }
  }
]
