/// **How is a finding said?** In one room, in every language of the product.
///
/// Engines return facts: records with numbers, dates and ids. A wording turns a fact into a
/// [Phrase], by an exhaustive `switch` from the fact to the key of a message. The messages are ICU
/// patterns, one folder a [Language]; adding a language is adding a folder. Pages, the terminal,
/// JSON, HTML and PDF print phrases; nobody else makes sentences of findings.
@NullMarked
package org.parley.wording;

import org.jspecify.annotations.NullMarked;
