// What the program, the platform and Event Grid may do, each as narrow as its use allows; infra/README.md gives the reason of each.
import * as names from 'names.bicep'
import { OwnRoles } from 'ownRoles.bicep'

param storageName string
param hostStorageName string
param insightsName string
param programPrincipal string
param packagesPrincipal string
param eventsPrincipal string
param ownRoles OwnRoles

// Names of built-in roles never change; these are the same in every tenant.
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var queueDataMessageSender = 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

type Grant = { principalId: string, principalType: 'ServicePrincipal', roleDefinitionId: string }

func granted(principal string, role string) Grant => {
  principalId: principal
  principalType: 'ServicePrincipal'
  roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
}

resource data 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource vault 'containers' existing = { name: names.vaultContainer }
    resource drop 'containers' existing = { name: names.dropContainer }
    resource answers 'containers' existing = { name: names.answersContainer }
    resource parts 'containers' existing = { name: names.partsContainer }
    resource heads 'containers' existing = { name: names.headsContainer }
  }

  resource tables 'tableServices' existing = {
    name: 'default'

    resource log 'tables' existing = { name: names.logTable }
  }
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource packages 'containers' existing = { name: names.packagesContainer }
  }

  resource queues 'queueServices' existing = {
    name: 'default'

    resource drops 'queues' existing = { name: names.dropQueue }
  }
}

resource hostContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = [
  for name in names.hostContainers: {
    parent: host::blobs
    name: name
  }
]

resource hostQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' existing = [
  for name in [names.dropQueue, names.poisonQueue]: {
    parent: host::queues
    name: name
  }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource programVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::vault
  name: guid(data::blobs::vault.id, programPrincipal, ownRoles.files)
  properties: granted(programPrincipal, ownRoles.files)
}

resource programDrop 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::drop
  name: guid(data::blobs::drop.id, programPrincipal, ownRoles.passingFiles)
  properties: granted(programPrincipal, ownRoles.passingFiles)
}

resource programAnswers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::answers
  name: guid(data::blobs::answers.id, programPrincipal, ownRoles.lastingFiles)
  properties: granted(programPrincipal, ownRoles.lastingFiles)
}

resource programParts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::parts
  name: guid(data::blobs::parts.id, programPrincipal, ownRoles.files)
  properties: granted(programPrincipal, ownRoles.files)
}

resource programHeads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::blobs::heads
  name: guid(data::blobs::heads.id, programPrincipal, ownRoles.lastingFiles)
  properties: granted(programPrincipal, ownRoles.lastingFiles)
}

resource programLog 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data::tables::log
  name: guid(data::tables::log.id, programPrincipal, ownRoles.lastingRows)
  properties: granted(programPrincipal, ownRoles.lastingRows)
}

resource programHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, n) in names.hostContainers: {
    scope: hostContainers[n]
    name: guid(hostContainers[n].id, programPrincipal, blobDataOwner)
    properties: granted(programPrincipal, blobDataOwner)
  }
]

resource programQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, n) in [names.dropQueue, names.poisonQueue]: {
    scope: hostQueues[n]
    name: guid(hostQueues[n].id, programPrincipal, queueDataContributor)
    properties: granted(programPrincipal, queueDataContributor)
  }
]

resource programTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, programPrincipal, monitoringMetricsPublisher)
  properties: granted(programPrincipal, monitoringMetricsPublisher)
}

resource platformPackages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host::blobs::packages
  name: guid(host::blobs::packages.id, packagesPrincipal, blobDataContributor)
  properties: granted(packagesPrincipal, blobDataContributor)
}

resource eventsDrops 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host::queues::drops
  name: guid(host::queues::drops.id, eventsPrincipal, queueDataMessageSender)
  properties: granted(eventsPrincipal, queueDataMessageSender)
}
