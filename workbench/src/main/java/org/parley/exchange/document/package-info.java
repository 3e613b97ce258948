/// **How does a whole text leave the program, and come in?**
///
/// [WordFile] writes it as DOCX, with real tracked changes between two versions and the holders of
/// brackets as comments. [AknFile] writes Akoma Ntoso 3.0, and [AknReader] reads it. [TextPageFile]
/// writes HTML, of which a PDF is printed.
/// - A reader of Word finds the same text again: the numbers are words, not counters of Word.
/// - Characters that XML does not allow become U+FFFD.
@NullMarked
package org.parley.exchange.document;

import org.jspecify.annotations.NullMarked;
