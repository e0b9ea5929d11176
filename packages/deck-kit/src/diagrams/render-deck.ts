console.log('diagrams: none')
