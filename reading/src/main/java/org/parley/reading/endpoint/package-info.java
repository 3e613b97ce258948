/// **What does a language model propose?** A reader behind an OpenAI-compatible chat endpoint, for
/// example a local model, with answers constrained to a schema. Its answers pass the same filter as
/// those of the rules.
@NullMarked
package org.parley.reading.endpoint;

import org.jspecify.annotations.NullMarked;
