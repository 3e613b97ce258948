/// **Which word of a sentence depends on which, and as what?** A transition-based parser (ClearNLP,
/// Choi and McCallum, "Transition-based dependency parsing with selectional branching", 2013) with
/// its model of general English, made small: weights near zero are left out, the others are kept in
/// eight bits, features by their hash. Cost: linear in the sentence; the models are read when first
/// asked for.
@NullMarked
package org.parley.reading.syntax;

import org.jspecify.annotations.NullMarked;
