package org.parley.reading.rules.clause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.syntax.Tree;

/// Splits reported speech into clauses: one per verb joined by "and", "but", "while" or a
/// semicolon, in a relative clause, or of another subject.
public final class Clauses {

  private final Phrases verbs;
  private final Phrases apart;
  private final Phrases states;

  public Clauses(Lexicon lexicon) {
    verbs = lexicon.get("saying.verbs");
    apart = lexicon.get("grammar.clause-breaks");
    states = lexicon.get("saying.states");
  }

  /// The clauses of some tokens of a sentence, from left to right.
  public List<TextClause> of(Sentence s, List<Integer> tokens) {
    Set<Integer> all = new HashSet<>(tokens);
    List<Integer> heads = new ArrayList<>();
    for (int each : tokens) {
      boolean isTop = !all.contains(s.tree().head(each));
      boolean mayStand = !s.get(each).isTagged("PUNCT", "CCONJ", "SCONJ");
      if ((isTop && mayStand) || isBreak(s, each)) {
        heads.add(each);
      }
    }
    Map<Integer, List<Integer>> owned = new HashMap<>();
    Set<Integer> tops = new HashSet<>(heads);
    int last = -1;
    for (int each : tokens) {
      int nearest = nearest(s, each, tops);
      last = nearest < 0 ? last : nearest;
      owned.computeIfAbsent(last, _ -> new ArrayList<>()).add(each);
    }
    List<TextClause> found = new ArrayList<>();
    for (int head : heads) {
      List<Integer> own = owned.getOrDefault(head, List.of());
      List<Integer> kept = trimmed(s, own);
      if (!kept.isEmpty()) {
        found.add(
            new TextClause(s, head, borrowed(s, head, kept), kept, attribution(s, head, all)));
      }
    }
    found.sort(Comparator.comparingInt(each -> each.tokens().getFirst()));
    return joined(s, conditioned(s, bound(s, found)));
  }

  /// The same without nested attributions, "that Y had told Z".
  public List<TextClause> said(Sentence s, List<Integer> tokens) {
    List<TextClause> all = of(s, tokens);
    Set<Integer> attributions = new HashSet<>(all.stream().map(TextClause::attribution).toList());
    return all.stream().filter(each -> !attributions.contains(each.head())).toList();
  }

  /// "An extension is possible, they add, provided both want it": a condition belongs to the clause
  /// before it.
  private static List<TextClause> bound(Sentence s, List<TextClause> clauses) {
    List<TextClause> result = new ArrayList<>();
    for (TextClause each : clauses) {
      String lead = s.get(each.tokens().getFirst()).lower();
      boolean isCondition = lead.matches("unless|provided|providing") && !result.isEmpty();
      if (isCondition) {
        TextClause last = result.removeLast();
        List<Integer> all = new ArrayList<>(last.tokens());
        all.addAll(each.tokens());
        all.sort(Comparator.naturalOrder());
        result.add(new TextClause(s, last.head(), last.borrowed(), all, last.attribution()));
      } else {
        result.add(each);
      }
    }
    return result;
  }

  /// Joins conditions with their main clause: "Unless that was cleared up, she said, there was no
  /// deal"; and indirect questions with theirs.
  private static List<TextClause> conditioned(Sentence s, List<TextClause> clauses) {
    if (clauses.size() < 2) {
      return clauses;
    }
    TextClause first = clauses.getFirst();
    TextClause next = clauses.get(1);
    String lead = s.get(first.tokens().getFirst()).lower();
    boolean isCondition =
        s.tree().isLabelled(first.head(), "advcl") && lead.matches("unless|if|once|until|provided");
    boolean isWhole = lead.equals("of") && s.get(next.tokens().getFirst()).isTagged("NUM");
    boolean isTopic =
        lead.matches("how|what|who|whether|where|when|which") && isCut(s, first, next);
    boolean isCounted = s.get(first.tokens().getFirst()).isTagged("NUM") && isCut(s, first, next);
    if (!isCondition && !isWhole && !isTopic && !isCounted) {
      return clauses;
    }
    List<Integer> all = new ArrayList<>(first.tokens());
    all.addAll(next.tokens());
    List<TextClause> result = new ArrayList<>(clauses.subList(1, clauses.size()));
    result.set(0, new TextClause(s, next.head(), next.borrowed(), all, next.attribution()));
    return result;
  }

  /// Whether a clause continues after another without its own subject.
  private static boolean isCut(Sentence s, TextClause first, TextClause next) {
    return first.tokens().getLast() + 1 == next.tokens().getFirst()
        && Speakers.subjectOf(s, next.head()) < 0;
  }

  /// Assigns tokens left over by the parser, such as a topic, to the adjacent clause.
  private static List<TextClause> joined(Sentence s, List<TextClause> clauses) {
    if (clauses.size() > 1 && clauses.stream().noneMatch(each -> hasVerb(s, each))) {
      List<Integer> all = new ArrayList<>();
      clauses.forEach(each -> all.addAll(each.tokens()));
      all.sort(Comparator.naturalOrder());
      TextClause first = clauses.getFirst();
      return List.of(new TextClause(s, first.head(), first.borrowed(), all, first.attribution()));
    }
    List<TextClause> result = new ArrayList<>();
    List<Integer> loose = new ArrayList<>();
    for (TextClause each : clauses) {
      boolean isWhole = s.tree().isVerb(each.head()) || hasVerb(s, each);
      if (!isWhole && clauses.size() > 1) {
        if (result.isEmpty()) {
          loose.addAll(each.tokens());
        } else {
          TextClause last = result.removeLast();
          List<Integer> more = new ArrayList<>(last.tokens());
          more.addAll(each.tokens());
          more.sort(Comparator.naturalOrder());
          result.add(new TextClause(s, last.head(), last.borrowed(), more, last.attribution()));
        }
      } else {
        List<Integer> more = new ArrayList<>(loose);
        more.addAll(each.tokens());
        more.sort(Comparator.naturalOrder());
        loose.clear();
        result.add(new TextClause(s, each.head(), each.borrowed(), more, each.attribution()));
      }
    }
    return result.isEmpty() ? clauses : result;
  }

  private static boolean hasVerb(Sentence s, TextClause clause) {
    return clause.tokens().stream().anyMatch(i -> s.get(i).isTagged("VERB", "AUX"));
  }

  private static int nearest(Sentence s, int token, Set<Integer> heads) {
    int at = token;
    for (int steps = 0; at >= 0 && steps <= s.size(); steps++) {
      if (heads.contains(at)) {
        return at;
      }
      at = s.tree().head(at);
    }
    return -1;
  }

  private boolean isBreak(Sentence s, int token) {
    Tree tree = s.tree();
    boolean isPredicate = tree.isVerb(token) || Speakers.subjectOf(s, token) >= 0;
    if (!isPredicate) {
      return false;
    }
    return switch (tree.label(token)) {
      case "conj" -> isJoined(s, token);
      case "parataxis" -> true;
      case "advcl" -> isContrast(s, token);
      case "relcl" -> isAdded(s, token);
      case "ccomp" -> isTold(s, token);
      default -> false;
    };
  }

  /// "Was read and has been signed": a second verb, unless both only belong to a noun or to "to".
  private static boolean isJoined(Sentence s, int token) {
    Tree tree = s.tree();
    int first = tree.head(token);
    boolean isInfinitive =
        tree.tag(token).equals("VB")
            && Speakers.subjectOf(s, token) < 0
            && tree.child(token, "aux") < 0;
    boolean isParticiple =
        tree.tag(token).equals("VBN")
            && tree.child(token, "aux", "auxpass") < 0
            && Speakers.subjectOf(s, token) < 0;
    boolean isGerund = tree.tag(token).equals("VBG") && tree.child(token, "aux") < 0;
    for (int i = first + 1; i < tree.under(token).getFirst(); i++) {
      if (s.get(i).lower().matches("if|unless|once|until|provided") && !hasComma(s, i, token)) {
        return false;
      }
      if (s.get(i).is("but") && s.get(i - 1).lower().matches("anything|nothing")) {
        return false;
      }
    }
    return (tree.isVerb(first) || Speakers.subjectOf(s, first) >= 0)
        && !isInfinitive
        && !isParticiple
        && !isGerund;
  }

  private static boolean hasComma(Sentence s, int from, int to) {
    return IntStream.range(from, to).anyMatch(i -> s.get(i).is(","));
  }

  private boolean isContrast(Sentence s, int token) {
    int mark = s.tree().child(token, "mark", "complm", "advmod");
    return mark >= 0 && apart.has(s.get(mark)) && Speakers.subjectOf(s, token) >= 0;
  }

  /// "..., which came today", "..., something Kyiv refuses": a clause that adds something, after a
  /// comma or after a noun for the whole.
  private static boolean isAdded(Sentence s, int token) {
    int first = s.tree().under(token).getFirst();
    return first > 0 && (s.get(first - 1).is(",") || isApposed(s, token, first));
  }

  private static boolean isApposed(Sentence s, int verb, int first) {
    int noun = s.tree().head(verb);
    int subject = s.tree().child(verb, "nsubj");
    int from = NounPhrase.startOf(s, noun + 1, 0);
    boolean isAside = noun == first - 1 && from > 0 && s.get(from - 1).is(",");
    return isAside
        && subject >= 0
        && !s.get(subject).lower().matches("that|which|who")
        && s.tree().isLabelled(noun, "appos", "conj", "dep", "npadvmod");
  }

  /// "She said he thought it was done": a nested verb of saying.
  private boolean isTold(Sentence s, int token) {
    int verb = s.tree().head(token);
    return verb >= 0
        && s.get(verb).isTagged("VERB")
        && verbs.at(s, verb, s.size()).isPresent()
        && !states.has(s.get(verb));
  }

  private int attribution(Sentence s, int head, Set<Integer> all) {
    return s.tree().isLabelled(head, "ccomp")
            && all.contains(s.tree().head(head))
            && isTold(s, head)
        ? s.tree().head(head)
        : -1;
  }

  private static List<Integer> borrowed(Sentence s, int head, List<Integer> own) {
    Tree tree = s.tree();
    int subject = Speakers.subjectOf(s, head);
    if (subject >= 0 && own.contains(subject)) {
      return List.of();
    }
    int at = head;
    for (int steps = 0; subject < 0 && steps < 6; steps++) {
      boolean mayBorrow = tree.isLabelled(at, "conj", "xcomp");
      at = mayBorrow ? tree.head(at) : -1;
      if (at < 0) {
        return List.of();
      }
      subject = Speakers.subjectOf(s, at);
    }
    if (subject < 0) {
      return List.of();
    }
    List<Integer> words = new ArrayList<>();
    TokenRange phrase = PhraseBounds.of(s, subject);
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (!own.contains(i)) {
        words.add(i);
      }
    }
    return words;
  }

  private static boolean isThat(Sentence s, int token) {
    return s.get(token).is("that") && s.tree().isLabelled(token, "mark", "complm");
  }

  private static List<Integer> trimmed(Sentence s, List<Integer> tokens) {
    List<Integer> kept = new ArrayList<>(tokens);
    while (!kept.isEmpty()
        && (Grammar.isLead(s.get(kept.getFirst())) || isThat(s, kept.getFirst()))) {
      kept.removeFirst();
    }
    while (!kept.isEmpty()
        && ((Grammar.isLead(s.get(kept.getLast())) && !s.get(kept.getLast()).is("so"))
            || s.get(kept.getLast()).is("."))) {
      kept.removeLast();
    }
    return kept;
  }
}
