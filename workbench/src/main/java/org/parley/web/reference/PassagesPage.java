package org.parley.web.reference;

import java.util.List;
import org.parley.answer.reference.PassagesAnswer;
import org.parley.answer.reference.PassagesAnswer.QuotedPassage;
import org.parley.corpus.Corpus;
import org.parley.model.text.Point;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.wording.PrecedentWording;

/// Passages on a point, from texts of other agreements.
///
/// @param open the case
/// @param point the point
/// @param answer the answer
public record PassagesPage(OpenCase open, Point point, PassagesAnswer answer) {

  /// How many passages a page shows.
  public static final int SHOWN = 30;

  /// The page for `?words=joint+commission`.
  ///
  /// @throws org.parley.web.view.NotOnRecord if the point is not on record
  public static PassagesPage of(OpenCase open, String id, Query query, Corpus corpus) {
    Point point = PrecedentsPage.point(open, id);
    return new PassagesPage(
        open, point, PassagesAnswer.of(List.of(point), words(query), SHOWN, corpus));
  }

  /// The answer for programs.
  ///
  /// @param most how many passages to give
  public static PassagesAnswer answer(
      OpenCase open, String id, Query query, Corpus corpus, int most) {
    return PassagesAnswer.of(List.of(PrecedentsPage.point(open, id)), words(query), most, corpus);
  }

  private static String words(Query query) {
    String words = query.text("words");
    return words == null ? "" : words.strip();
  }

  public Frame frame() {
    return Frame.of(Say.text("passages.title"), open.view().info(), "board");
  }

  public String title() {
    return Say.text("passages.title-of", "points", List.of(Say.point(point)));
  }

  /// Where a passage stands.
  public String place(QuotedPassage passage) {
    return PrecedentWording.current().place(passage.heading(), passage.paragraph(), passage.file());
  }
}
