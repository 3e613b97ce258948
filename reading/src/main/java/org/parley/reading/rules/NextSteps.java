package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.Span;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;

/// Finds what is announced to happen: a mark of the future with a verb of acting.
final class NextSteps {

  private final ParsedText text;
  private final Lexicon lexicon;
  private final SpokenDates dates;
  private final Grammar grammar;
  private final Phrases markers;
  private final Phrases verbs;

  NextSteps(Article article, ParsedText text) {
    this.text = text;
    lexicon = text.lexicon();
    dates = new SpokenDates(article.published(), lexicon);
    grammar = new Grammar(lexicon);
    markers = lexicon.get("meetings.step-markers");
    verbs = lexicon.get("meetings.step-verbs");
  }

  List<Proposal.OfStep> read() {
    List<Proposal.OfStep> found = new ArrayList<>();
    for (Sentence each : text.sentences()) {
      for (Range clause : grammar.clauses(each, new Range(0, each.size()))) {
        step(each, clause).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Proposal.OfStep> step(Sentence s, Range clause) {
    boolean isIf = s.get(clause.from()).is("if");
    for (Phrases.Match marker : markers.in(s, clause.from(), clause.to())) {
      Optional<Phrases.Match> verb = verbAfter(s, clause, marker);
      boolean isDenied = isDenied(s, clause, marker);
      boolean isNoun =
          s.get(marker.from()).isTagged("NOUN", "PROPN") && marker.to() - marker.from() > 1;
      boolean isQuestion = s.get(clause.from()).isTagged("ADV") && s.get(clause.from()).is("how");
      if (verb.isEmpty() || isDenied || isIf || isNoun || isQuestion) {
        continue;
      }
      List<SpokenDates.Said> said = dates.in(s, clause.from(), clause.to(), true);
      Edtf when = said.isEmpty() ? null : said.getLast().date();
      Span quote = s.span(clause.from(), clause.to());
      String what = s.span(verb.get().from(), clause.to()).in(text.text()).replaceAll("\\s+", " ");
      return Optional.of(
          new Proposal.OfStep(
              Proposal.Quotation.of(text.text(), quote), what, when, when == null ? 50 : 65));
    }
    return Optional.empty();
  }

  private Optional<Phrases.Match> verbAfter(Sentence s, Range clause, Phrases.Match marker) {
    int from = marker.to();
    for (int i = from; i < Math.min(clause.to(), from + 4); i++) {
      Optional<Phrases.Match> verb = verbs.at(s, i, clause.to());
      if (verb.isPresent() && s.get(i).isTagged("VERB", "NOUN", "AUX")) {
        return verb;
      }
    }
    return Optional.empty();
  }

  private boolean isDenied(Sentence s, Range clause, Phrases.Match marker) {
    int from = Math.max(clause.from(), marker.from() - 3);
    int to = Math.min(clause.to(), marker.to() + 2);
    return lexicon.get("stance.negators").isIn(s, from, to);
  }
}
