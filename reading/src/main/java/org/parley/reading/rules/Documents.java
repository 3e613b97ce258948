package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Proposal;
import org.parley.reading.Proposal.DocumentState;
import org.parley.reading.SaidStance;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.syntax.Tree;

/// Finds documents and what is told of their state: what claims say of them, and what the text
/// tells by itself.
final class Documents {

  private static final Map<DocumentState, String> BY_VERB =
      new EnumMap<>(
          Map.of(
              DocumentState.ADOPTED, "adopted",
              DocumentState.PUBLISHED, "published",
              DocumentState.DELIVERED, "delivered",
              DocumentState.REJECTED, "rejected",
              DocumentState.PROPOSED, "proposed",
              DocumentState.DRAFT, "draft"));

  private final ParsedText text;
  private final Lexicon lexicon;
  private final List<Proposal.OfClaim> claims;
  private final Phrases papers;
  private final Clauses clauses;

  Documents(ParsedText text, List<Proposal.OfClaim> claims) {
    this.text = text;
    this.claims = claims;
    lexicon = text.lexicon();
    papers = lexicon.get("documents.papers");
    clauses = new Clauses(lexicon);
  }

  List<Proposal.OfDocument> read() {
    List<Proposal.OfDocument> found = new ArrayList<>();
    for (Proposal.OfClaim claim : claims) {
      DocumentState state = stateOf(claim);
      boolean isSome =
          claim.subject().matches("(?is)(a|an|no|any)\\b.*")
              || claim.stance() == SaidStance.CONDITIONAL
              || papers.hasWord(claim.subject())
              || claim
                  .quotation()
                  .words()
                  .toLowerCase(Locale.ROOT)
                  .contains("no " + claim.subject().toLowerCase(Locale.ROOT));
      boolean isNamed = claim.quotation().words().contains(claim.subject());
      if (state != null && !isSome && isNamed && isPaper(claim.subject())) {
        found.add(
            new Proposal.OfDocument(
                claim.quotation(), claim.subject(), state, claim.confidence() - 10));
      }
    }
    for (Sentence each : text.sentences()) {
      List<Integer> all = IntStream.range(0, each.size()).boxed().toList();
      for (Clause clause : clauses.of(each, all)) {
        told(clause)
            .filter(d -> found.stream().noneMatch(other -> overlaps(d, other)))
            .ifPresent(found::add);
      }
    }
    return once(found);
  }

  /// Each document once, as the text first tells its state.
  private List<Proposal.OfDocument> once(List<Proposal.OfDocument> found) {
    List<Proposal.OfDocument> kept = new ArrayList<>();
    Set<String> names = new HashSet<>();
    found.stream()
        .sorted(Comparator.comparingInt(each -> each.quotation().at().start()))
        .filter(each -> names.add(head(each.name()) + each.state()))
        .forEach(kept::add);
    return kept;
  }

  /// The word of a name that says what kind of paper it is.
  private String head(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+");
    for (int i = words.length - 1; i >= 0; i--) {
      if (isPaperWord(words[i])) {
        return words[i].replaceFirst("s$", "");
      }
    }
    return name;
  }

  private static boolean overlaps(Proposal.OfDocument one, Proposal.OfDocument other) {
    return one.quotation().at().overlap(other.quotation().at()) > 0;
  }

  private boolean isPaper(String subject) {
    for (String word : subject.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      if (isPaperWord(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPaperWord(String word) {
    String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return papers.hasWord(word) || papers.hasWord(single);
  }

  private static @Nullable DocumentState stateOf(Proposal.OfClaim claim) {
    String words = claim.quotation().words().toLowerCase(Locale.ROOT);
    boolean isReady = words.contains("ready");
    boolean isSigned = words.contains("sign");
    return switch (claim.stance()) {
      case AGREED ->
          isReady
              ? DocumentState.READY_TO_SIGN
              : words.contains("adopted") || words.contains("in force")
                  ? DocumentState.ADOPTED
                  : words.contains("drawn up") ? DocumentState.DRAFT : DocumentState.TEXT_AGREED;
      case MOSTLY_AGREED, FINAL_SOON -> DocumentState.BEING_FINALISED;
      case SHARE, OPEN, CONDITIONAL -> DocumentState.UNDER_DISCUSSION;
      case REJECTED -> isSigned ? DocumentState.NOT_SIGNED : DocumentState.REJECTED;
      case RECEIVED -> DocumentState.DELIVERED;
      case NOT_RECEIVED -> DocumentState.NOT_RECEIVED;
      case PREFERS ->
          words.contains("propos") || words.contains("put forward") ? DocumentState.PROPOSED : null;
      case DENIED_REPORT -> null;
    };
  }

  private Optional<Proposal.OfDocument> told(Clause clause) {
    Sentence s = clause.sentence();
    for (int i : clause.tokens()) {
      boolean isPaper =
          s.get(i).isTagged("NOUN", "PROPN")
              && papers.at(s, i, s.size()).isPresent()
              && isCounted(s, i);
      boolean isAsked =
          Grammar.isAskedWithin(s, i)
              || IntStream.range(Math.max(0, i - 3), i).anyMatch(j -> s.get(j).is("whether"));
      if (!isPaper || isAsked || isDenied(clause)) {
        continue;
      }
      DocumentState state = stateIn(s, i);
      if (state != null) {
        Range name = Phrase.of(s, i);
        return Optional.of(
            new Proposal.OfDocument(
                Proposal.Quotation.of(text.text(), clause.span()),
                s.span(name.from(), name.to()).in(text.text()).replaceAll("\\s+", " "),
                state,
                50));
      }
    }
    return Optional.empty();
  }

  /// "An agreement", not "on paper" or "reached agreement", nor "no agreement".
  private static boolean isCounted(Sentence s, int word) {
    boolean isPart = s.tree().isLabelled(word, "compound", "amod") && s.tree().head(word) >= 0;
    int noun = isPart ? s.tree().head(word) : word;
    boolean isSingle = s.tree().tag(noun).equals("NN");
    int before = s.tree().child(noun, "det", "poss");
    return before < 0 ? !isSingle : !s.get(before).is("no");
  }

  /// Whether somebody denies what a clause tells.
  private boolean isDenied(Clause clause) {
    return claims.stream()
        .anyMatch(
            each ->
                each.stance() == SaidStance.DENIED_REPORT
                    && each.quotation().at().overlap(clause.span()) > 0);
  }

  /// What the verbs around a noun tell of it: the one it is subject or object of, and those of
  /// clauses that belong to it.
  private @Nullable DocumentState stateIn(Sentence s, int noun) {
    Tree tree = s.tree();
    int at = noun;
    for (int steps = 0;
        steps < 3 && tree.isLabelled(at, "pobj", "prep", "compound", "conj");
        steps++) {
      at = tree.head(at) < 0 ? at : tree.head(at);
    }
    int verb = tree.isLabelled(at, "dobj", "nsubj", "nsubjpass") ? tree.head(at) : -1;
    DocumentState state = verb < 0 ? null : stateBy(s, verb);
    for (int each : tree.children(noun)) {
      boolean isOwn = tree.isLabelled(each, "relcl", "acl") && s.get(each).isTagged("VERB");
      state = state == null && isOwn ? stateBy(s, each) : state;
    }
    return state;
  }

  private @Nullable DocumentState stateBy(Sentence s, int verb) {
    Mood mood = Mood.of(s, verb);
    boolean isAhead =
        mood.isAhead() || mood.isAble() || mood.isDoubtful() || mood.isDemanded() || isTo(s, verb);
    if (is(s, verb, "signed") && (!isAhead || mood.isDenied())) {
      return mood.isDenied() ? DocumentState.NOT_SIGNED : DocumentState.SIGNED;
    }
    if (is(s, verb, "agreed") && (!isAhead || mood.isDenied())) {
      return mood.isDenied() ? DocumentState.NOT_AGREED : DocumentState.TEXT_AGREED;
    }
    if (is(s, verb, "finalised") && (isAhead || mood.isGoingOn())) {
      return DocumentState.BEING_FINALISED;
    }
    if (is(s, verb, "review") || isWith(s, verb)) {
      return DocumentState.UNDER_REVIEW;
    }
    if (mood.isDenied() || isAhead) {
      return null;
    }
    for (DocumentState each : BY_VERB.keySet()) {
      if (is(s, verb, Objects.requireNonNull(BY_VERB.get(each)))) {
        return each;
      }
    }
    return null;
  }

  private static boolean isTo(Sentence s, int verb) {
    int helper = s.tree().child(verb, "aux");
    return helper >= 0 && s.get(helper).is("to");
  }

  /// "Is with the lawyers".
  private static boolean isWith(Sentence s, int verb) {
    int with = s.get(verb).lemma().equals("be") ? s.tree().child(verb, "prep") : -1;
    return with >= 0 && s.get(with).is("with");
  }

  private boolean is(Sentence s, int index, String heading) {
    return lexicon.get("documents." + heading).at(s, index, s.size()).isPresent();
  }
}
