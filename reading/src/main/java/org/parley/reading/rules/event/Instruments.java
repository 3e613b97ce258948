package org.parley.reading.rules.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.Proposal.ReportedState;
import org.parley.reading.SaidStance;
import org.parley.reading.TextSpan;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.rules.clause.Clauses;
import org.parley.reading.rules.clause.Factuality;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.PhraseBounds;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;

/// Finds instruments and their reported state, in claims and in the narration.
public final class Instruments {

  /// The states by informativeness, most informative first; of others the first one counts.
  private static final List<Set<ReportedState>> TELLING =
      List.of(
          EnumSet.of(
              ReportedState.SIGNED,
              ReportedState.NOT_SIGNED,
              ReportedState.READY_TO_SIGN,
              ReportedState.ADOPTED,
              ReportedState.SUSPENDED,
              ReportedState.TERMINATED,
              ReportedState.DELIVERED,
              ReportedState.NOT_RECEIVED,
              ReportedState.PUBLISHED),
          EnumSet.of(
              ReportedState.BEING_FINALISED,
              ReportedState.DRAFT,
              ReportedState.PROPOSED,
              ReportedState.UNDER_REVIEW,
              ReportedState.NOT_AGREED));

  /// The states that an act leads to.
  private static final Set<ReportedState> ACTS =
      EnumSet.of(
          ReportedState.SIGNED,
          ReportedState.ADOPTED,
          ReportedState.REJECTED,
          ReportedState.SUSPENDED,
          ReportedState.TERMINATED);

  /// The states of what did not take place.
  private static final Set<ReportedState> UNDONE =
      EnumSet.of(ReportedState.NOT_SIGNED, ReportedState.NOT_AGREED, ReportedState.NOT_RECEIVED);

  /// Final work on a text, as opposed to its signature.
  private static final Pattern FINISHING =
      Pattern.compile("finali[sz]|complet|polish|touch|edit|finish|wrap|tid[yi]|last|final");

  private final ParsedText text;
  private final Lexicon lexicon;
  private final List<Proposal.OfClaim> claims;
  private final Phrases instrumentWords;
  private final Clauses clauses;
  private final InstrumentStates states;
  private final Factuality factuality;
  private final Phrases generic;
  private final Phrases further;
  private final Phrases accepted;
  private final SpokenDates dates;
  private final @Nullable LocalDate published;

  public Instruments(Article article, ParsedText text, List<Proposal.OfClaim> claims) {
    this.text = text;
    published = article.published();
    this.claims = claims;
    lexicon = text.lexicon();
    instrumentWords = lexicon.get("documents.papers");
    clauses = new Clauses(lexicon);
    states = new InstrumentStates(lexicon);
    factuality = new Factuality(lexicon);
    further = lexicon.get("documents.further");
    accepted = lexicon.get("predicates.accept");
    generic = lexicon.get("documents.generic");
    dates = new SpokenDates(published, lexicon);
  }

  public List<Proposal.OfInstrument> read() {
    List<Proposal.OfInstrument> found = new ArrayList<>();
    claims.forEach(each -> claimed(each).ifPresent(found::add));
    for (Sentence each : text.sentences()) {
      List<Integer> all = IntStream.range(0, each.size()).boxed().toList();
      for (TextClause clause : clauses.of(each, all)) {
        found.addAll(
            reported(clause).stream()
                .filter(d -> found.stream().noneMatch(other -> overlaps(d, other)))
                .toList());
      }
    }
    return once(found);
  }

  /// The instrument state of a claim, if it is more than a stance on the instrument.
  private Optional<Proposal.OfInstrument> claimed(Proposal.OfClaim claim) {
    String subject = claim.subject();
    String words = claim.quotation().words();
    ReportedState state = stateOf(claim);
    boolean isSome =
        subject.matches("(?is)(a|an|no|any)\\b.*")
            || claim.stance() == SaidStance.CONDITIONAL
            || instrumentWords.hasWord(subject)
            || words.toLowerCase(Locale.ROOT).contains("no " + subject.toLowerCase(Locale.ROOT));
    if (state == null || isSome || !words.contains(subject) || !isInstrument(kind(subject))) {
      return Optional.empty();
    }
    Proposal.OfInstrument instrument =
        new Proposal.OfInstrument(
            claim.quotation(), subject, state, null, null, claim.confidence() - 10);
    boolean isStand = state == ReportedState.TEXT_AGREED && isAccepted(claim.quotation().at());
    return isStand || isVague(instrument) ? Optional.empty() : Optional.of(instrument);
  }

  /// The kind of an instrument: "the text", of "the text between the parties".
  private static String kind(String name) {
    return name.replaceFirst(
        "(?is)\\s(of|on|for|between|among|to|with|in|at|that|which|and)\\s.*", "");
  }

  /// "The government has accepted the draft": one of them has, and the draft is as it was.
  private boolean isAccepted(TextSpan at) {
    for (Sentence s : text.sentences()) {
      if (s.span().contains(at)) {
        return IntStream.range(0, s.size())
            .anyMatch(
                i ->
                    at.contains(s.get(i).span())
                        && s.get(i).isTagged("VERB")
                        && s.tree().child(i, "auxpass") < 0
                        && s.tree().child(i, "dobj", "prep") >= 0
                        && accepted.at(s, i, s.size()).isPresent());
      }
    }
    return false;
  }

  /// Each instrument once, with its most informative state, and once more for each other act with a
  /// day of its own.
  private List<Proposal.OfInstrument> once(List<Proposal.OfInstrument> found) {
    List<Proposal.OfInstrument> sorted =
        found.stream()
            .sorted(
                Comparator.comparingInt(Instruments::rank)
                    .thenComparingInt(each -> each.quotation().at().start()))
            .toList();
    Set<String> names = new LinkedHashSet<>();
    found.stream()
        .map(Proposal.OfInstrument::name)
        .filter(each -> !isBare(each))
        .forEach(names::add);
    Set<String> seen = new HashSet<>();
    return sorted.stream()
        .filter(each -> isNew(each, identity(each.name(), names), seen))
        .sorted(Comparator.comparingInt(each -> each.quotation().at().start()))
        .toList();
  }

  private static boolean isNew(Proposal.OfInstrument each, String identity, Set<String> seen) {
    boolean isDated = each.when() != null && ACTS.contains(each.state());
    boolean isOther = isDated && seen.add(identity + "|" + each.state() + "|" + each.when());
    return seen.add(identity) || isOther;
  }

  /// "The text is finished": a claim about the whole, not about an instrument.
  private boolean isVague(Proposal.OfInstrument instrument) {
    String kind = kind(instrument.name());
    return isBare(kind) && generic.hasWord(head(kind)) && rank(instrument) == TELLING.size();
  }

  private static int rank(Proposal.OfInstrument instrument) {
    int rank = 0;
    while (rank < TELLING.size() && !TELLING.get(rank).contains(instrument.state())) {
      rank++;
    }
    return rank;
  }

  /// The identity of an instrument: "the technical annex", and "the annex" after it. "the text",
  /// "the deal" and "the paper" denote the subject of the text.
  private String identity(String name, Set<String> names) {
    String head = head(name);
    if (!isBare(name)) {
      return words(name);
    }
    Optional<String> named =
        names.stream().filter(each -> head(each).equals(head)).map(Instruments::words).findFirst();
    return generic.hasWord(head) ? "" : named.orElse(head);
  }

  /// "The text": nothing but the kind of paper.
  private boolean isBare(String name) {
    return words(name).indexOf(' ') < 0;
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceFirst("^(the|a|an|this|that|these|those|its|his|her|their|our|no|any) ", "")
        .strip();
  }

  /// The head noun of an instrument's name.
  private String head(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+");
    for (int i = words.length - 1; i >= 0; i--) {
      if (isInstrumentWord(words[i])) {
        return words[i].replaceFirst("s$", "");
      }
    }
    return name;
  }

  private static boolean overlaps(Proposal.OfInstrument one, Proposal.OfInstrument other) {
    return one.quotation().at().overlap(other.quotation().at()) > 0;
  }

  private boolean isInstrument(String subject) {
    for (String word : subject.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      if (isInstrumentWord(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInstrumentWord(String word) {
    String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return instrumentWords.hasWord(word) || instrumentWords.hasWord(single);
  }

  private static @Nullable ReportedState stateOf(Proposal.OfClaim claim) {
    String words = claim.quotation().words().toLowerCase(Locale.ROOT);
    boolean isReady = words.contains("ready");
    boolean isSigned = words.contains("sign");
    return switch (claim.stance()) {
      case AGREED ->
          isReady
              ? ReportedState.READY_TO_SIGN
              : words.contains("adopted") || words.contains("in force")
                  ? ReportedState.ADOPTED
                  : words.contains("drawn up") ? ReportedState.DRAFT : ReportedState.TEXT_AGREED;
      case MOSTLY_AGREED -> ReportedState.BEING_FINALISED;
      case FINAL_SOON -> FINISHING.matcher(words).find() ? ReportedState.BEING_FINALISED : null;
      case SHARE, OPEN, CONDITIONAL -> ReportedState.UNDER_DISCUSSION;
      case REJECTED -> isSigned ? ReportedState.NOT_SIGNED : null;
      case RECEIVED -> ReportedState.DELIVERED;
      case NOT_RECEIVED -> ReportedState.NOT_RECEIVED;
      case PREFERS ->
          words.contains("propos") || words.contains("put forward") ? ReportedState.PROPOSED : null;
      case DENIED_REPORT -> null;
    };
  }

  private List<Proposal.OfInstrument> reported(TextClause clause) {
    List<Proposal.OfInstrument> found = new ArrayList<>();
    Sentence s = clause.sentence();
    for (int i : clause.tokens()) {
      boolean isInstrument =
          s.get(i).isTagged("NOUN", "PROPN")
              && (states.isSigned(s, i)
                  || ((instrumentWords.at(s, i, s.size()).isPresent()
                          || further.at(s, i, s.size()).isPresent())
                      && isCounted(s, i)));
      boolean isAsked =
          Grammar.isAskedWithin(s, i)
              || clause.tokens().stream().anyMatch(j -> j < i && s.get(j).is("whether"));
      boolean isNamedAfter = isPart(s, i) && instrumentWords.has(s.get(s.tree().head(i)));
      if (!isInstrument || isNamedAfter || isAsked || isDenied(clause)) {
        continue;
      }
      ReportedState state = states.of(s, i);
      if (state != null && (UNDONE.contains(state) || !factuality.isTakenBack(s, i))) {
        List<SpokenDates.Said> said = said(clause);
        TokenRange name = undated(s, PhraseBounds.of(s, isPart(s, i) ? s.tree().head(i) : i), said);
        Proposal.OfInstrument instrument =
            new Proposal.OfInstrument(
                Proposal.Quotation.of(text.text(), clause.span()),
                s.span(name.from(), name.to()).in(text.text()).replaceAll("\\s+", " "),
                state,
                states.act(s, i),
                said.size() == 1 && !InstrumentStates.isAhead(s, i) ? said.getFirst().date() : null,
                50);
        // "the treaty is 95 percent complete" is a claim about the whole
        boolean isOfWhole =
            state == ReportedState.UNDER_DISCUSSION
                && isBare(instrument.name())
                && clause.tokens().stream().anyMatch(j -> states.isShare(s, j));
        if (!isOfWhole || !isVague(instrument)) {
          found.add(instrument);
        }
      }
    }
    return found;
  }

  /// The days of a clause, but for those since when something holds.
  private List<SpokenDates.Said> said(TextClause clause) {
    Sentence s = clause.sentence();
    return dates.in(s, clause.tokens().getFirst(), clause.tokens().getLast() + 1, false).stream()
        .filter(each -> clause.tokens().contains(each.from()))
        .filter(each -> each.from() == 0 || !s.get(each.from() - 1).is("since"))
        .filter(each -> published == null || !each.date().earliestDay().isAfter(published))
        .toList();
  }

  /// A name without the day, and the place before it, that the parse hung on to it: "the treaty in
  /// Bogota on 24 November".
  private static TokenRange undated(Sentence s, TokenRange name, List<SpokenDates.Said> said) {
    int to = name.to();
    for (SpokenDates.Said each : said) {
      if (name.from() < each.from() && each.from() < to) {
        to = each.from();
      }
    }
    if (to == name.to()) {
      return name;
    }
    while (to > name.from() + 1 && s.get(to - 1).isTagged("ADP", "DET", "PUNCT")) {
      to--;
    }
    int place = to;
    while (place > name.from() + 1 && s.get(place - 1).isTagged("PROPN")) {
      place--;
    }
    boolean isPlace = place < to && place > name.from() + 1 && s.get(place - 1).is("in");
    return new TokenRange(name.from(), isPlace ? place - 1 : to);
  }

  /// "A draft law": the first word of a name.
  private static boolean isPart(Sentence s, int word) {
    return s.tree().isLabelled(word, "compound", "amod") && s.tree().head(word) >= 0;
  }

  /// "An agreement", not "on paper" or "reached agreement", nor "no agreement". "The following
  /// statement" is the text itself.
  private static boolean isCounted(Sentence s, int word) {
    int noun = isPart(s, word) ? s.tree().head(word) : word;
    if (s.tree().children(noun).stream().anyMatch(i -> s.get(i).is("following"))) {
      return false;
    }
    boolean isSingle = s.tree().tag(noun).equals("NN");
    int before = s.tree().child(noun, "det", "poss");
    return before < 0 ? !isSingle : !s.get(before).is("no");
  }

  /// Whether the speaker denies the content of a clause.
  private boolean isDenied(TextClause clause) {
    return claims.stream()
        .anyMatch(
            each ->
                each.stance() == SaidStance.DENIED_REPORT
                    && each.quotation().at().overlap(clause.span()) > 0);
  }
}
