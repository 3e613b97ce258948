/// Generates clients of the API with OpenAPI Generator, and calls the API through one of them. The
/// generator brings libraries that do not go with those of the workbench, so tests start it in a
/// process of its own.
@NullMarked
package org.parley.clients;

import org.jspecify.annotations.NullMarked;
