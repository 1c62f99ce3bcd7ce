// Asks from three places whether the program answers and its store can be used. Only for an app that is open to everyone: to let these
// tests into a closed one is to let in everybody who can write such a test.
param name string
param location string
param tags { *: string }
param insightsName string
param groupName string
param address string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource listeners 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: groupName
}

resource test 'Microsoft.Insights/webtests@2022-06-15' = {
  name: name
  location: location
  // How Application Insights finds its tests.
  tags: union(tags, { 'hidden-link:${insights.id}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: name
    Name: name
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [
      { Id: 'apac-sg-sin-edge' }
      { Id: 'apac-hk-hkn-azr' }
      { Id: 'apac-jp-kaw-edge' }
    ]
    Request: {
      RequestUrl: '${address}/api/health'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource alert 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Two of three places get no answer, or 503: the program is down, or its storage can not be used. /api/health says what.'
    severity: 1
    enabled: true
    scopes: [test.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: listeners.id }]
  }
}
