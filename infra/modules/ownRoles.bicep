// Own roles, where Azure's would let their holder delete the container, the table, or old versions: none of these can.
@export()
@description('Ids of the roles, the last part of each.')
type OwnRoles = { files: string, lastingFiles: string, passingFiles: string, lastingRows: string }

@description('Put before the names of the roles, which have to differ from all others in the tenant.')
param label string
param names OwnRoles

var container = 'Microsoft.Storage/storageAccounts/blobServices/containers'
var table = 'Microsoft.Storage/storageAccounts/tableServices/tables'

var see = ['${container}/read']
var get = ['${container}/blobs/read']
var put = ['${container}/blobs/write', '${container}/blobs/add/action']
var delete = ['${container}/blobs/delete']
var changeRows = ['${table}/entities/read', '${table}/entities/write', '${table}/entities/add/action', '${table}/entities/update/action']

type Permission = { actions: string[], notActions: string[], dataActions: string[], notDataActions: string[] }

func permissions(actions string[], dataActions string[]) Permission[] => [
  { actions: actions, notActions: [], dataActions: dataActions, notDataActions: [] }
]

// The vault and files that come in parts, for the program; the drop, for senders.
resource files 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: names.files
  properties: {
    roleName: '${label}: files'
    description: 'Read, put and delete files of a container, but not the container or old versions.'
    type: 'CustomRole'
    permissions: permissions(see, concat(get, put, delete))
    assignableScopes: [resourceGroup().id]
  }
}

// Answers and heads.
resource lastingFiles 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: names.lastingFiles
  properties: {
    roleName: '${label}: lasting files'
    description: 'Read and put files of a container; delete none.'
    type: 'CustomRole'
    permissions: permissions(see, concat(get, put))
    assignableScopes: [resourceGroup().id]
  }
}

// The drop, for the program: it takes files in and puts none there.
resource passingFiles 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: names.passingFiles
  properties: {
    roleName: '${label}: passing files'
    description: 'Read and delete files of a container; put none.'
    type: 'CustomRole'
    permissions: permissions(see, concat(get, delete))
    assignableScopes: [resourceGroup().id]
  }
}

// The log. The mark of the last tick is replaced, so that rows may be; the heads tell if an event ever was.
resource lastingRows 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: names.lastingRows
  properties: {
    roleName: '${label}: lasting rows'
    description: 'Read, insert and replace rows of a table; delete none.'
    type: 'CustomRole'
    permissions: permissions(['${table}/read'], changeRows)
    assignableScopes: [resourceGroup().id]
  }
}
