package org.parley.reading.rules.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.TextSpan;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.Countries;
import org.parley.reading.rules.clause.Clauses;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.Predicate;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.event.MeetingPlaces.PlacePhrase;
import org.parley.reading.rules.speech.Interview;

/// Finds meetings, past and planned: a noun or a verb of meeting, with date, place or participants.
public final class Meetings {

  /// Nouns that make "next" refer to the future.
  private static final String NEXT_TIME =
      "week|month|year|spring|summer|autumn|winter|round|session|meeting|sitting|summit|monday"
          + "|tuesday|wednesday|thursday|friday|saturday|sunday|few|days|weeks";

  private final Article article;
  private final ParsedText text;
  private final Lexicon lexicon;
  private final SpokenDates dates;
  private final Coreference people;
  private final Clauses clauses;
  private final MeetingCues cues;
  private final MeetingRoles roles;
  private final MeetingPlaces places;
  private final Phrases markers;
  private final Countries countries;
  private @Nullable Edtf lastDate;

  public Meetings(Article article, ParsedText text) {
    this.article = article;
    this.text = text;
    lexicon = text.lexicon();
    dates = new SpokenDates(article.published(), lexicon);
    people = Coreference.of(text, article.language());
    clauses = new Clauses(lexicon);
    cues = new MeetingCues(lexicon);
    roles = new MeetingRoles(lexicon, this::participants);
    places = new MeetingPlaces(lexicon);
    markers = lexicon.get("meetings.plans");
    countries = Countries.of(article.language());
  }

  public List<Proposal.OfMeeting> read() {
    List<Proposal.OfMeeting> found = new ArrayList<>();
    for (Sentence each : text.sentences()) {
      boolean isHeading = !Grammar.hasFinite(each, 0, each.size());
      if (isHeading || Interview.isQuestion(each)) {
        continue;
      }
      for (TextClause clause : clauses.of(each, IntStream.range(0, each.size()).boxed().toList())) {
        meeting(each, clause.tokens()).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Proposal.OfMeeting> meeting(Sentence s, List<Integer> tokens) {
    TokenRange clause = new TokenRange(tokens.getFirst(), tokens.getLast() + 1);
    List<String> who = participants(s, clause);
    List<SpokenDates.Said> ahead = dates(s, tokens, true);
    MeetingCues.Around around =
        new MeetingCues.Around(
            place(s, clause),
            ahead.stream().map(SpokenDates.Said::from).toList(),
            who,
            at -> isAhead(s, clause, at));
    int cue = cues.in(s, tokens, around);
    if (cue < 0) {
      dates(s, tokens, false).stream()
          .map(SpokenDates.Said::date)
          .filter(this::isPast)
          .forEach(d -> lastDate = d);
      return Optional.empty();
    }
    boolean isAhead = isAhead(s, clause, cue);
    List<SpokenDates.Said> said = dates(s, tokens, isAhead);
    Edtf when = said.isEmpty() ? (isAhead ? null : lastOr(s, cue)) : nearest(s, said, cue);
    boolean planned =
        isAhead
            || (when != null
                && article.published() != null
                && when.earliestDay().isAfter(article.published()));
    if (when != null && !planned) {
      lastDate = when;
    }
    TextSpan quote = s.span(clause.from(), clause.to());
    return Optional.of(
        new Proposal.OfMeeting(
            Proposal.Quotation.of(text.text(), quote),
            around.place(),
            when,
            who,
            roles.in(s, tokens),
            planned,
            60));
  }

  /// "The leaders return to the table on Monday": a verb of now with a day to come.
  private static boolean isNow(Sentence s, int verb) {
    return verb >= 0
        && s.tree().tag(verb).matches("VBZ|VBP")
        && s.tree().child(verb, "aux", "auxpass") < 0;
  }

  private boolean isDated(Sentence s, TokenRange clause) {
    return dates.in(s, clause.from(), clause.to(), true).stream()
        .anyMatch(each -> !isPast(each.date()));
  }

  private boolean isPast(Edtf date) {
    return article.published() != null && !date.latestDay().isAfter(article.published());
  }

  /// The dates of a clause, but for those since when something holds.
  private List<SpokenDates.Said> dates(Sentence s, List<Integer> tokens, boolean ahead) {
    return dates.in(s, tokens.getFirst(), tokens.getLast() + 1, ahead).stream()
        .filter(each -> tokens.contains(each.from()))
        .filter(each -> each.from() == 0 || !s.get(each.from() - 1).is("since"))
        .toList();
  }

  /// The last date; without one, the day of publication for a clause in the present.
  private @Nullable Edtf lastOr(Sentence s, int cue) {
    int verb = Predicate.verbOf(s, cue);
    int helper = verb < 0 ? -1 : s.tree().child(verb, "aux", "auxpass");
    boolean isCurrent = isNow(s, verb) || (helper >= 0 && s.tree().tag(helper).matches("VBZ|VBP"));
    return lastDate != null || article.published() == null || !isCurrent
        ? lastDate
        : Edtf.of(article.published().toString());
  }

  /// The date with the same governing verb, or else the adjacent one.
  private static Edtf nearest(Sentence s, List<SpokenDates.Said> said, int cue) {
    int verb = Predicate.verbOf(s, cue);
    SpokenDates.Said best = said.getFirst();
    int least = Integer.MAX_VALUE;
    for (SpokenDates.Said each : said) {
      boolean isOwn = verb >= 0 && Predicate.verbOf(s, each.from()) == verb;
      int distance = Math.abs(each.from() - cue) + (isOwn ? 0 : s.size());
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return best.date();
  }

  /// Whether a word refers to the future: by a verb above it, or a word beside it.
  private boolean isAhead(Sentence s, TokenRange clause, int cue) {
    int verb = Predicate.verbOf(s, cue);
    boolean isAgain = verb >= 0 && verb + 1 < s.size() && s.get(verb + 1).is("again");
    boolean isAwaited =
        verb >= 0
            && s.get(verb).lower().matches("expected|scheduled|awaited|called|summoned|postponed");
    if ((isNow(s, verb) && (isAgain || isDated(s, clause)))
        || (isAwaited && isDated(s, clause))
        || isWished(s, verb)) {
      return true;
    }
    for (int i = clause.from(); i < clause.to(); i++) {
      if (isMarker(s, clause, i) && isOver(s, i, cue)) {
        return true;
      }
    }
    return false;
  }

  /// "Expects them to gather", "has agreed to return": plans or wishes.
  private boolean isWished(Sentence s, int verb) {
    int helper = verb < 0 ? -1 : s.tree().child(verb, "aux");
    int head = helper >= 0 && s.get(helper).is("to") ? s.tree().head(verb) : -1;
    return head >= 0
        && s.tree().isVerb(head)
        && s.tree().isLabelled(verb, "xcomp", "ccomp")
        && markers.at(s, head, s.size()).isPresent();
  }

  /// Whether the governor of a marker also governs another word.
  private static boolean isOver(Sentence s, int marker, int cue) {
    int head = s.tree().head(marker);
    int verb = Predicate.verbOf(s, Math.max(0, head));
    return head < 0 || s.tree().isUnder(cue, head) || (verb >= 0 && s.tree().isUnder(cue, verb));
  }

  private static boolean isMarker(Sentence s, TokenRange clause, int i) {
    String word = s.get(i).lower();
    boolean isNext =
        word.equals("next") && i + 1 < clause.to() && s.get(i + 1).lower().matches(NEXT_TIME);
    boolean isTo =
        word.equals("to")
            && i > clause.from()
            && (s.get(i - 1).lemma().equals("be")
                || s.get(i - 1).lower().matches("due|expected|scheduled|set|called"));
    boolean isWould =
        word.equals("would") && i + 1 < clause.to() && !s.get(i + 1).lower().matches("have|not");
    return word.matches("will|shall|tomorrow|'ll|planned|expects|plans|upcoming|scheduled|intends")
        || isNext
        || isTo
        || isWould;
  }

  private List<String> participants(Sentence s, TokenRange clause) {
    List<String> who = new ArrayList<>(people.named(s, clause.from(), clause.to()));
    Optional<PlacePhrase> place = places.in(s, clause);
    for (int i = clause.from(); i < clause.to(); i++) {
      Token token = s.get(i);
      boolean isIn = i > 0 && (s.get(i - 1).is("in") || s.get(i - 1).is("at"));
      int at = i;
      boolean isPlace = isIn || place.filter(each -> each.has(at)).isPresent();
      Optional<Countries.Country> country =
          token.isCapital() && !isPlace ? countries.find(token.text()) : Optional.empty();
      if (country.isPresent() && !who.contains(country.get().names().getFirst())) {
        who.add(country.get().names().getFirst());
      }
    }
    return who;
  }

  private @Nullable String place(Sentence s, TokenRange clause) {
    return places
        .in(s, clause)
        .map(each -> s.span(each.name().from(), each.name().to()).in(text.text()))
        .orElse(null);
  }
}
