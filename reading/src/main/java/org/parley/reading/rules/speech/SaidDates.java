package org.parley.reading.rules.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.TextClause;

/// Tells when something was said.
public final class SaidDates {

  private final Article article;
  private final SpokenDates dates;

  public SaidDates(Article article, Lexicon lexicon) {
    this.article = article;
    dates = new SpokenDates(article.published(), lexicon);
  }

  /// The day of the first paragraph, if it is past.
  public @Nullable Edtf first(ParsedText text) {
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

  /// The day in a clause, else the last one before it.
  public @Nullable Edtf in(Sentence s, TextClause clause, @Nullable Edtf lastSaid) {
    int from = clause.tokens().getFirst();
    List<SpokenDates.Said> found = dates.in(s, from, clause.tokens().getLast() + 1, false);
    return found.isEmpty() || !isPast(found.getFirst().date()) ? lastSaid : found.getFirst().date();
  }

  /// The day a whole conversation appeared.
  public @Nullable Edtf published() {
    return article.published() == null ? null : Edtf.of(article.published().toString());
  }

  /// The day of a statement, if in the sentence: the date nearest to the verb and outside its
  /// content. "The same day" repeats an earlier one.
  public @Nullable Edtf of(Sentence sentence, Utterance head, @Nullable Edtf lastSaid) {
    SpokenDates.Said best = null;
    for (SpokenDates.Said each : dates.in(sentence, 0, sentence.size(), false)) {
      boolean isContent =
          head.content().contains(each.from()) && isDeep(sentence, head.content(), each);
      boolean isNearer =
          best == null || Math.abs(each.from() - head.verb()) < Math.abs(best.from() - head.verb());
      boolean isYear = each.date().toString().length() == 4;
      boolean isNear =
          !isYear && each.from() < head.words().to() + 8 && isOpen(sentence, each, head);
      best = !isContent && isNear && isNearer ? each : best;
    }
    if (best != null) {
      return best.date();
    }
    return isSameDay(sentence, head) ? before(sentence, head.verb(), lastSaid) : lastSaid;
  }

  /// Whether no other speaker stands between a date and the verb: no semicolon and no quotation.
  private static boolean isOpen(Sentence sentence, SpokenDates.Said date, Utterance head) {
    int from = Math.min(date.from(), head.verb());
    for (int i = from; i < Math.max(date.from(), head.verb()); i++) {
      if (sentence.get(i).is(";")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSameDay(Sentence sentence, Utterance head) {
    for (int i = 0; i + 1 < sentence.size(); i++) {
      boolean isSame = sentence.get(i).is("same") || sentence.get(i).is("that");
      if (isSame
          && sentence.get(i + 1).lower().matches("day|night|evening|morning|afternoon")
          && !head.content().contains(i)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Edtf before(Sentence sentence, int to, @Nullable Edtf lastSaid) {
    List<SpokenDates.Said> found = dates.in(sentence, 0, to, false);
    return found.isEmpty() || !isPast(found.getLast().date()) ? lastSaid : found.getLast().date();
  }

  /// Whether a date is part of the content: a verb stands between the verb of saying and it.
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
