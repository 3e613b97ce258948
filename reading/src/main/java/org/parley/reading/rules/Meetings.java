package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.Span;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.Countries;
import org.parley.reading.people.People;

/// Finds meetings, past and planned: a noun or a verb of meeting, with when, where or who.
final class Meetings {

  private final Article article;
  private final ParsedText text;
  private final Lexicon lexicon;
  private final SpokenDates dates;
  private final People people;
  private final Clauses clauses;
  private final Agents agents;
  private final Phrases pairs;
  private final Countries countries;
  private @Nullable Edtf lastDate;

  Meetings(Article article, ParsedText text) {
    this.article = article;
    this.text = text;
    lexicon = text.lexicon();
    dates = new SpokenDates(article.published(), lexicon);
    people = People.of(text, article.language());
    clauses = new Clauses(lexicon);
    agents = new Agents(lexicon);
    pairs = lexicon.get("people.pairs");
    countries = Countries.of(article.language());
  }

  List<Proposal.OfMeeting> read() {
    List<Proposal.OfMeeting> found = new ArrayList<>();
    for (Sentence each : text.sentences()) {
      boolean isHeading = !Grammar.hasFinite(each, 0, each.size());
      if (isHeading || Interview.isQuestion(each)) {
        continue;
      }
      for (Clause clause : clauses.of(each, IntStream.range(0, each.size()).boxed().toList())) {
        Range range = new Range(clause.tokens().getFirst(), clause.tokens().getLast() + 1);
        meeting(each, range).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Proposal.OfMeeting> meeting(Sentence s, Range clause) {
    int noun = first(s, clause, lexicon.get("meetings.nouns"), "NOUN", "PROPN");
    int verb = first(s, clause, lexicon.get("meetings.verbs"), "VERB", "NOUN");
    List<String> who = participants(s, clause);
    boolean isAgain = verb >= 0 && verb + 1 < s.size() && s.get(verb + 1).is("again");
    boolean ahead = isAhead(s, clause) || (isNow(s, verb) && (isAgain || isDated(s, clause)));
    List<SpokenDates.Said> said = dates.in(s, clause.from(), clause.to(), ahead);
    String place = place(s, clause, noun >= 0 ? noun : verb);
    boolean isEvent =
        isGathering(s, clause, said, who, ahead)
            || (noun >= 0 && (!said.isEmpty() || place != null || isHeld(s, clause, noun)))
            || (verb >= 0
                && (!who.isEmpty() || place != null)
                && (!said.isEmpty() || place != null || who.size() > 1));
    if (!isEvent) {
      said.stream().map(SpokenDates.Said::date).filter(this::isPast).forEach(d -> lastDate = d);
      return Optional.empty();
    }
    Edtf when = said.isEmpty() ? (ahead ? null : lastDate) : nearest(said, Math.max(noun, verb));
    boolean planned =
        ahead
            || (when != null
                && article.published() != null
                && when.earliestDay().isAfter(article.published()));
    if (when != null && !planned) {
      lastDate = when;
    }
    Span quote = s.span(clause.from(), clause.to());
    return Optional.of(
        new Proposal.OfMeeting(
            Proposal.Quotation.of(text.text(), quote), place, when, who, planned, 60));
  }

  /// "In Geneva last Saturday A and B drew up a road map", "signed by both sides in Geneva on May
  /// 11", "the delegations meet again": where and when several are together, or one body sits.
  private boolean isGathering(
      Sentence s, Range clause, List<SpokenDates.Said> said, List<String> who, boolean ahead) {
    for (int i = clause.from(); i < clause.to(); i++) {
      boolean isVerb = s.tree().isVerb(i) && !s.tree().isLabelled(i, "aux", "auxpass");
      if (!isVerb || Mood.of(s, i).isDenied() || isAside(s, i)) {
        continue;
      }
      boolean isPlaced = !said.isEmpty() && place(s, clause, i) != null;
      boolean isSigned = s.get(i).lemma().matches("sign|initial|draw") && isPlaced;
      int top = s.tree().isLabelled(i, "xcomp") ? s.tree().head(i) : i;
      int body = Speakers.subjectOf(s, top);
      boolean isBody = agents.isOne(s, body) && s.get(body).isTagged("NOUN", "PROPN");
      boolean isStarting =
          s.get(i).lemma().matches("start|begin") && isPlaced && isNow(s, i) && isDated(s, clause);
      boolean isSitting =
          isBody
              && (isStarting
                  || (ahead && s.get(i).lemma().matches("meet|reconvene|convene|reassemble")));
      if ((isSigned && (who.size() > 1 || pairs.isIn(s, clause.from(), clause.to())))
          || isSitting) {
        return true;
      }
    }
    return false;
  }

  /// "The leaders return to the table on Monday": a verb of now with a day to come.
  private static boolean isNow(Sentence s, int verb) {
    return verb >= 0
        && s.tree().tag(verb).matches("VBZ|VBP")
        && s.tree().child(verb, "aux", "auxpass") < 0;
  }

  private boolean isDated(Sentence s, Range clause) {
    return dates.in(s, clause.from(), clause.to(), true).stream()
        .anyMatch(each -> !isPast(each.date()));
  }

  private boolean isPast(Edtf date) {
    return article.published() != null && !date.latestDay().isAfter(article.published());
  }

  private static Edtf nearest(List<SpokenDates.Said> said, int index) {
    SpokenDates.Said best = said.getFirst();
    for (SpokenDates.Said each : said) {
      if (Math.abs(each.from() - index) < Math.abs(best.from() - index)) {
        best = each;
      }
    }
    return best.date();
  }

  private static int first(Sentence s, Range clause, Phrases list, String... tags) {
    for (int i = clause.from(); i < clause.to(); i++) {
      Optional<Phrases.Match> match = list.at(s, i, clause.to());
      boolean isOne = s.get(i).isTagged(tags) || (match.isPresent() && match.get().to() - i > 1);
      if (match.isPresent() && isOne && !isAside(s, i) && !isSource(s, i)) {
        return i;
      }
    }
    return -1;
  }

  /// "A diplomat following the talks", "people familiar with the talks": who somebody is.
  private static boolean isSource(Sentence s, int noun) {
    for (int i = Math.max(0, noun - 4); i < noun; i++) {
      if (s.get(i).lower().matches("following|familiar|close|privy|briefed|involved")) {
        return true;
      }
    }
    return false;
  }

  /// "Norway, which hosts the talks": what only says who somebody is.
  private static boolean isAside(Sentence s, int token) {
    int at = token;
    for (int steps = 0; at >= 0 && steps < s.size(); steps++) {
      if (s.tree().isLabelled(at, "relcl")) {
        int subject = s.tree().child(at, "nsubj");
        return subject >= 0 && s.get(subject).lower().matches("who|which|that");
      }
      at = s.tree().head(at);
    }
    return false;
  }

  private static boolean isHeld(Sentence s, Range clause, int noun) {
    for (int i = Math.max(clause.from(), noun - 8); i < Math.min(clause.to(), noun + 6); i++) {
      switch (s.get(i).lemma()) {
        case "hold",
            "resume",
            "join",
            "attend",
            "hour",
            "host",
            "chair",
            "convene",
            "wind",
            "open" -> {
          return true;
        }
        default -> {
          // another word
        }
      }
    }
    return false;
  }

  private boolean isAhead(Sentence s, Range clause) {
    for (int i = clause.from(); i < clause.to(); i++) {
      String word = s.get(i).lower();
      boolean isWill =
          word.equals("will")
              || word.equals("shall")
              || word.equals("tomorrow")
              || word.equals("'ll");
      boolean isNext = word.equals("next") && i + 1 < clause.to() && !s.get(i + 1).is("day");
      boolean isTo =
          word.equals("to")
              && i > clause.from()
              && (s.get(i - 1).lemma().equals("be")
                  || s.get(i - 1).is("due")
                  || s.get(i - 1).is("expected")
                  || s.get(i - 1).is("scheduled")
                  || s.get(i - 1).is("set"));
      boolean isPlan =
          word.equals("planned")
              || word.equals("expects")
              || word.equals("plans")
              || word.equals("upcoming")
              || word.equals("scheduled");
      boolean isBefore =
          word.equals("before")
              && i + 3 < clause.to()
              && Grammar.hasFinite(s, i + 1, clause.to())
              && s.get(i + 1).isTagged("NOUN", "PROPN")
              && isPresent(s, i + 1, clause.to());
      boolean isWould =
          word.equals("would")
              && i + 1 < clause.to()
              && !s.get(i + 1).is("have")
              && !s.get(i + 1).is("not");
      if (isWill || isNext || isTo || isPlan || isBefore || isWould) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPresent(Sentence s, int from, int to) {
    int verb = Grammar.firstFinite(s, from, to);
    return verb >= 0 && s.get(verb).lower().equals(s.get(verb).lemma());
  }

  private List<String> participants(Sentence s, Range clause) {
    List<String> who = new ArrayList<>(people.named(s, clause.from(), clause.to()));
    for (int i = clause.from(); i < clause.to(); i++) {
      Token token = s.get(i);
      boolean isIn = i > 0 && (s.get(i - 1).is("in") || s.get(i - 1).is("at"));
      Optional<Countries.Country> country =
          token.isCapital() && !isIn ? countries.find(token.text()) : Optional.empty();
      if (country.isPresent() && !who.contains(country.get().names().getFirst())) {
        who.add(country.get().names().getFirst());
      }
    }
    return who;
  }

  private @Nullable String place(Sentence s, Range clause, int cue) {
    if (cue < 0) {
      return null;
    }
    for (int i = clause.from(); i + 1 < clause.to(); i++) {
      int first = s.get(i + 1).is("the") && i + 2 < clause.to() ? i + 2 : i + 1;
      boolean isPlace =
          (s.get(i).is("in") || s.get(i).is("at"))
              && s.get(first).isCapital()
              && (first == i + 1 || (first + 1 < clause.to() && s.get(first + 1).isCapital()))
              && !lexicon.get("dates.months").hasWord(s.get(first).lower());
      if (isPlace) {
        int end = first;
        while (end < clause.to() && s.get(end).isCapital()) {
          end++;
        }
        return s.span(first, end).in(text.text());
      }
    }
    return null;
  }
}
