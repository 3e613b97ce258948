package org.parley.wording;

import java.util.List;

/// The beginning of an answer on a page, a terminal and a document: the headline, then its
/// explanation.
///
/// @param headline the answer in one sentence
/// @param standfirst the sentences that explain it; may be empty
public record Answer(Phrase headline, List<Phrase> standfirst) {

  public Answer {
    standfirst = List.copyOf(standfirst);
  }

  /// An answer that needs no more.
  public static Answer of(Phrase headline) {
    return new Answer(headline, List.of());
  }

  /// All of it, a blank between the sentences.
  public String text() {
    return standfirst.isEmpty() ? headline.text() : headline.text() + " " + explanation().text();
  }

  /// The sentences that explain it, one after another.
  public Phrase explanation() {
    return Phrase.join(standfirst);
  }
}
