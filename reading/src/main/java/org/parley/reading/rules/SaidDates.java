package org.parley.reading.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Sentence;

/// Tells when something was said.
final class SaidDates {

  private final Article article;
  private final SpokenDates dates;

  SaidDates(Article article, Lexicon lexicon) {
    this.article = article;
    dates = new SpokenDates(article.published(), lexicon);
  }

  /// The day the first paragraph tells, where it is past.
  @Nullable Edtf first(ParsedText text) {
    for (Sentence each : text.sentences()) {
      List<SpokenDates.Said> found = dates.in(each, 0, each.size(), false);
      if (each.paragraph() == 0 && !found.isEmpty() && isPast(found.getFirst().date())) {
        return found.getFirst().date();
      }
    }
    return null;
  }

  private boolean isPast(Edtf date) {
    return article.published() != null
        && !date.latestDay().isAfter(article.published())
        && date.earliestDay().isAfter(article.published().minusDays(40));
  }

  /// The day a clause tells, else the last one told.
  @Nullable Edtf in(Sentence s, Clause clause, @Nullable Edtf lastSaid) {
    int from = clause.tokens().getFirst();
    List<SpokenDates.Said> found = dates.in(s, from, clause.tokens().getLast() + 1, false);
    return found.isEmpty() || !isPast(found.getFirst().date()) ? lastSaid : found.getFirst().date();
  }

  /// The day something was said, else the last one told.
  @Nullable Edtf of(Sentence sentence, Utterance head, @Nullable Edtf lastSaid) {
    int from = head.words().from();
    int to = Math.min(sentence.size(), head.words().to() + 8);
    for (SpokenDates.Said each : dates.in(sentence, from, to, false)) {
      boolean isContent =
          head.content().contains(each.from()) && isDeep(sentence, head.content(), each);
      if (!isContent) {
        return each.date();
      }
    }
    for (SpokenDates.Said each : dates.in(sentence, 0, from, false)) {
      if (each.to() <= 4) {
        return each.date();
      }
    }
    return lastSaid;
  }

  /// Whether a date belongs to what is said: a verb stands between the verb of saying and it.
  private static boolean isDeep(Sentence sentence, List<Integer> content, SpokenDates.Said date) {
    for (int each : content) {
      boolean isVerb = Grammar.isFinite(sentence, each) || sentence.get(each).is("that");
      if (each < date.from() && isVerb) {
        return true;
      }
    }
    return false;
  }
}
