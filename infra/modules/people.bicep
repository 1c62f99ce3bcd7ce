// What groups of people and machines may do: senders in their own folders of the drop and of the answers, keepers of copies in what is kept.
import * as names from 'names.bicep'

@export()
@description('A group, and the folders that are its own: {round}/{unit}, or {round} for one that sends for all units.')
type Sender = {
  @description('Object id of the Entra group.')
  group: string

  @minLength(1)
  folders: string[]
}

param storageName string
param senders Sender[]
param copyGroups string[]

@description('Own role: read, put and delete files.')
param filesRole string

var blobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var tableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'

var blob = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'
var opening = 'ActionMatches{\'${blob}/read\'} AND NOT SubOperationMatches{\'Blob.List\'}'
var listing = 'ActionMatches{\'${blob}/read\'} AND SubOperationMatches{\'Blob.List\'}'
var changing = map(['write', 'add/action', 'delete'], action => '!(ActionMatches{\'${blob}/${action}\'})')

func within(attribute string, folders string[]) string => join(map(folders, folder => '${attribute} StringStartsWith \'${folder}/\''), ' OR ')

// Whatever is done to a file has to be done in a folder of one's own, and only that can be listed.
var conditions = [
  for sender in senders: join(
    [
      '((!(${opening}) AND ${join(changing, ' AND ')}) OR (${within('@Resource[${blob}:path]', sender.folders)}))'
      '((!(${listing})) OR (${within('@Request[${blob}:prefix]', sender.folders)}))'
    ],
    ' AND '
  )
]

resource data 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource drop 'containers' existing = { name: names.dropContainer }
    resource answers 'containers' existing = { name: names.answersContainer }
    resource vault 'containers' existing = { name: names.vaultContainer }
    resource heads 'containers' existing = { name: names.headsContainer }
  }

  resource tables 'tableServices' existing = {
    name: 'default'

    resource log 'tables' existing = { name: names.logTable }
  }
}

resource sendersDrop 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (sender, n) in senders: {
    scope: data::blobs::drop
    name: guid(data::blobs::drop.id, sender.group, filesRole)
    properties: {
      principalId: sender.group
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', filesRole)
      condition: conditions[n]
      conditionVersion: '2.0'
    }
  }
]

resource sendersAnswers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (sender, n) in senders: {
    scope: data::blobs::answers
    name: guid(data::blobs::answers.id, sender.group, blobDataReader)
    properties: {
      principalId: sender.group
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataReader)
      condition: conditions[n]
      conditionVersion: '2.0'
    }
  }
]

resource copiesVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for group in copyGroups: {
    scope: data::blobs::vault
    name: guid(data::blobs::vault.id, group, blobDataReader)
    properties: {
      principalId: group
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataReader)
    }
  }
]

resource copiesHeads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for group in copyGroups: {
    scope: data::blobs::heads
    name: guid(data::blobs::heads.id, group, blobDataReader)
    properties: {
      principalId: group
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataReader)
    }
  }
]

resource copiesLog 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for group in copyGroups: {
    scope: data::tables::log
    name: guid(data::tables::log.id, group, tableDataReader)
    properties: {
      principalId: group
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataReader)
    }
  }
]
