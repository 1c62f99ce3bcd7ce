// Who read, wrote and deleted what is kept, who brought a package, and what Event Grid could not deliver. Names of files stand in it.
param workspaceName string
param storageName string
param hostStorageName string
param topicName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource data 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = { name: 'default' }
  resource tables 'tableServices' existing = { name: 'default' }
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostStorageName

  resource blobs 'blobServices' existing = { name: 'default' }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource files 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: data::blobs
  name: 'to-log'
  properties: {
    workspaceId: workspace.id
    logs: [
      for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: { category: category, enabled: true }
    ]
  }
}

// Reads of the log are left out: every page and every tick reads it.
resource rows 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: data::tables
  name: 'to-log'
  properties: {
    workspaceId: workspace.id
    logs: [
      for category in ['StorageWrite', 'StorageDelete']: { category: category, enabled: true }
    ]
  }
}

resource packages 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: host::blobs
  name: 'to-log'
  properties: {
    workspaceId: workspace.id
    logs: [
      for category in ['StorageWrite', 'StorageDelete']: { category: category, enabled: true }
    ]
  }
}

resource events 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: topic
  name: 'to-log'
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'DeliveryFailures', enabled: true }]
  }
}
