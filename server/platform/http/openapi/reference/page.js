/* global SwaggerUIBundle */
// Only what changes nothing may be tried from the page: an example of an act would be done for good.
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  filter: true,
  supportedSubmitMethods: ['get'],
  syntaxHighlight: false,
  validatorUrl: null,
})
