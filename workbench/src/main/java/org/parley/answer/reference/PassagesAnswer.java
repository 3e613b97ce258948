package org.parley.answer.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.corpus.Corpus;
import org.parley.corpus.CorpusException;
import org.parley.corpus.CorpusText;
import org.parley.corpus.PassageQuery;
import org.parley.corpus.TextPassage;
import org.parley.exchange.reference.ShippedAgreements;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.reference.KnownAgreement;
import org.parley.reference.PaxAgreement;
import org.parley.wording.PrecedentWording;

/// Passages on the topics of some points, from texts of other agreements that the user has.
///
/// @param points the points
/// @param codes their topics, as PA-X codes
/// @param words the words that are looked for besides; empty for none
/// @param texts how many texts there are
/// @param passages those that fit best, the best first
/// @param notes how texts are added, and how passages are found
public record PassagesAnswer(
    List<PointId> points,
    List<String> codes,
    String words,
    String headline,
    int texts,
    List<QuotedPassage> passages,
    List<String> notes) {

  /// A passage, literally.
  ///
  /// @param text the first sixteen digits of the SHA-256 of its file
  /// @param file the name of the file
  /// @param title the title of the agreement
  /// @param agreement its number in PA-X; absent if the name of the file does not tell it
  /// @param address its page in PA-X; absent without a number
  /// @param paragraph which paragraph of the file, from 1
  /// @param heading the heading above it; absent if there is none
  /// @param quotation its words
  /// @param marks where words that were looked for stand in it
  public record QuotedPassage(
      String text,
      String file,
      String title,
      @Nullable Integer agreement,
      @Nullable String address,
      int paragraph,
      @Nullable String heading,
      String quotation,
      List<TextPassage.PassageMark> marks) {

    /// The quotation in pieces, in turn outside and inside the marks.
    public List<String> pieces() {
      List<String> pieces = new ArrayList<>();
      int at = 0;
      for (TextPassage.PassageMark each : marks) {
        pieces.add(quotation.substring(at, each.from()));
        pieces.add(quotation.substring(each.from(), each.to()));
        at = each.to();
      }
      pieces.add(quotation.substring(at));
      return pieces;
    }
  }

  /// The answer about points that are negotiated together.
  ///
  /// @param words what is looked for besides their topics; empty for none
  public static PassagesAnswer of(List<Point> points, String words, int most, Corpus corpus) {
    TreeSet<String> codes = new TreeSet<>();
    points.forEach(each -> codes.addAll(each.topics()));
    List<PointId> ids = points.stream().map(Point::id).toList();
    PrecedentWording wording = PrecedentWording.current();
    try {
      int texts = corpus.texts().size();
      List<QuotedPassage> found =
          corpus.find(new PassageQuery(List.copyOf(codes), words, most)).stream()
              .map(PassagesAnswer::quoted)
              .toList();
      List<String> notes = new ArrayList<>();
      if (!found.isEmpty()) {
        notes.add(wording.passagesFound());
      }
      notes.add(wording.howToAddTexts());
      return new PassagesAnswer(
          ids,
          List.copyOf(codes),
          words,
          headline(codes.isEmpty() && words.isBlank(), found, texts),
          texts,
          found,
          notes);
    } catch (CorpusException e) {
      return new PassagesAnswer(
          ids, List.copyOf(codes), words, e.why().sentence(), 0, List.of(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String headline(boolean isNothing, List<QuotedPassage> found, int texts) {
    PrecedentWording wording = PrecedentWording.current();
    if (texts == 0) {
      return wording.noTexts();
    }
    long quoted = found.stream().map(QuotedPassage::text).distinct().count();
    return isNothing
        ? wording.nothingAsked()
        : wording.passages(found.size(), Math.toIntExact(quoted), texts);
  }

  private static QuotedPassage quoted(TextPassage each) {
    CorpusText text = each.text();
    Integer number = text.agreement();
    KnownAgreement known =
        number == null ? null : ShippedAgreements.get().findInPax(number).orElse(null);
    return new QuotedPassage(
        text.id(),
        text.name(),
        known == null ? text.title() : PrecedentWording.current().name(known.name()),
        number,
        number == null ? null : PaxAgreement.address(number),
        each.number(),
        each.heading(),
        each.words(),
        each.marks());
  }
}
