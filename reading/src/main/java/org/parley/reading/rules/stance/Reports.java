package org.parley.reading.rules.stance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.rules.clause.TokenRange;

/// Finds denials of others' statements, and documents handed over or not.
final class Reports {

  private final Lexicon lexicon;
  private final Negation negation;

  Reports(Lexicon lexicon, Negation negation) {
    this.lexicon = lexicon;
    this.negation = negation;
  }

  private Phrases list(String name) {
    return lexicon.get("stance." + name);
  }

  Optional<Judgement> denied(Sentence s, TokenRange clause, String said) {
    boolean isReport = list("reports").isIn(s, clause.from(), clause.to());
    Phrases.@Nullable Match denied = list("denied").first(s, clause.from(), clause.to());
    if (said.matches("deny|dispute|refute") || (said.equals("dismiss") && isReport)) {
      return Judgement.of(SaidStance.DENIED_REPORT, clause.from(), 80);
    }
    if (denied != null
        && !denied.value().equals("not")
        && (isReport || list("denied-alone").at(s, denied.from(), clause.to()).isPresent())
        && !negation.isNegated(s, clause, denied.from())) {
      return Judgement.of(SaidStance.DENIED_REPORT, denied.from(), 75);
    }
    Phrases.@Nullable Match dismissed = list("rejected").first(s, clause.from(), clause.to());
    if (dismissed != null
        && isReport
        && s.get(dismissed.from()).isTagged("VERB")
        && followedByReport(s, dismissed.to(), clause.to())) {
      return Judgement.of(SaidStance.DENIED_REPORT, dismissed.from(), 70);
    }
    return Optional.empty();
  }

  private boolean followedByReport(Sentence s, int from, int to) {
    return list("reports").isIn(s, from, Math.min(to, from + 4));
  }

  Optional<Judgement> received(Sentence s, TokenRange clause) {
    for (Phrases.Match match : list("received-when-negated").in(s, clause.from(), clause.to())) {
      boolean isPaper = lexicon.get("documents.papers").isIn(s, match.to(), clause.to());
      boolean isNone = match.to() < clause.to() && s.get(match.to()).is("no");
      if (isPaper && (isNone || negation.isNegated(s, clause, match.from()))) {
        return Judgement.of(SaidStance.NOT_RECEIVED, match.from(), 70);
      }
    }
    for (Phrases.Match match : list("waiting").in(s, clause.from(), clause.to())) {
      boolean isAnswer = list("awaited").isIn(s, match.to(), Math.min(clause.to(), match.to() + 5));
      if (isAnswer && !negation.isNegated(s, clause, match.from())) {
        return Judgement.of(SaidStance.NOT_RECEIVED, match.from(), 65);
      }
    }
    for (Phrases.Match match : list("received").in(s, clause.from(), clause.to())) {
      if (!s.get(match.from()).isTagged("VERB") && !s.get(match.from()).lower().equals("in")) {
        continue;
      }
      Token verb = s.get(match.from());
      boolean isOther = verb.lemma().equals("get") && verb.lower().endsWith("ing");
      if (isOther) {
        continue;
      }
      boolean isPaper =
          lexicon.get("documents.papers").isIn(s, clause.from(), clause.to())
              || list("awaited").isIn(s, clause.from(), clause.to());
      if (isPaper && !Negation.isAhead(s, clause, match.from())) {
        boolean isNot = negation.isNegated(s, clause, match.from());
        return Judgement.of(
            isNot ? SaidStance.NOT_RECEIVED : SaidStance.RECEIVED, match.from(), isNot ? 80 : 65);
      }
    }
    return Optional.empty();
  }
}
