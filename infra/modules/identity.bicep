// Who the program is. Made before the app, so that its rights are in place when it starts, and kept when the app is made anew.
param name string
param location string
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}
