/// **What does a language model propose?** A reader behind any endpoint that speaks the protocol of
/// OpenAI's chat completions, a model on one's own machine say, with answers forced to a schema.
/// What it answers is believed no more than anything else: it passes the same gate.
@NullMarked
package org.parley.reading.endpoint;

import org.jspecify.annotations.NullMarked;
