package org.parley.answer.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.parley.corpus.Corpus;
import org.parley.corpus.CorpusException;
import org.parley.corpus.CorpusText;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.reference.Edition;
import org.parley.wording.Messages;
import org.parley.wording.PrecedentWording;

/// The editions of collections that are known, and what of them and of texts is at hand.
///
/// @param texts the texts of agreements at hand, by title
/// @param problems why the texts cannot be read; empty if they can
public record EditionsAnswer(
    List<KnownEdition> editions, List<CorpusText> texts, List<String> problems) {

  /// One edition.
  ///
  /// @param edition its name
  /// @param licence the licence as SPDX names it; empty if none is stated
  /// @param address the page from which it is had
  /// @param held whether a copy is at hand
  public record KnownEdition(
      String edition,
      int rows,
      String sha256,
      String licence,
      String address,
      boolean held,
      String words,
      String state,
      String citation) {}

  /// The answer for a shelf.
  public static EditionsAnswer of(ReferenceShelf shelf) {
    PrecedentWording wording = PrecedentWording.current();
    String semicolon = Messages.current().pattern("semicolon");
    List<Edition> held = shelf.list();
    List<KnownEdition> editions =
        Arrays.stream(Edition.values())
            .map(
                each ->
                    new KnownEdition(
                        each.key(),
                        each.rows(),
                        each.sha256(),
                        each.collection().licence(),
                        each.collection().address(),
                        held.contains(each),
                        wording.edition(each),
                        String.join(
                            semicolon,
                            wording.held(held.contains(each)),
                            wording.licence(each),
                            wording.hadAt(each)),
                        wording.citation(each)))
            .toList();
    try {
      return new EditionsAnswer(editions, Corpus.of(shelf).texts(), List.of());
    } catch (CorpusException e) {
      return new EditionsAnswer(editions, List.of(), List.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
