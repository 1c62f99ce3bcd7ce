// Who acts. Made before the app, so that rights are in place when it starts, and kept when the app is made anew.
param programName string
param packagesName string
param eventsName string
param location string
param tags { *: string }

resource program 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: programName
  location: location
  tags: tags
}

// Brings packages in and reads them at each start: the platform as this identity, not the program as its own.
resource packages 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: packagesName
  location: location
  tags: tags
}

resource events 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: eventsName
  location: location
  tags: tags
}

// Names of role assignments are made of these: an identity that is made anew gets assignments of its own.
output programPrincipal string = program.properties.principalId
output packagesPrincipal string = packages.properties.principalId
output eventsPrincipal string = events.properties.principalId
