package org.parley.clause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.clause.ClauseReader.Norm;
import org.parley.document.DocumentElement;
import org.parley.model.PartyId;

/// Takes one norm of an English sentence apart.
final class ClauseParts {

  private static final Pattern OPENING =
      WordPattern.pattern(
          "^(?:in|to|for|upon|at|on|under|pursuant|during|following|after|before|by|with|without|notwithstanding|where|when"
              + "|from|until|based|once|as)\\b[^,]*,\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONJUNCTION =
      WordPattern.pattern(
          "^[\\s,;]*(?:(?:and|or|but|nor|that|then|as_well_as)\\b[\\s,]*)*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOBODY =
      WordPattern.pattern("^(?:no|neither|none|nothing)\\b", Pattern.CASE_INSENSITIVE);

  /// "An award is binding and" must be carried out.
  private static final Pattern VERB_BEFORE =
      WordPattern.pattern("\\s(?:is|are|was|were|has|have|had)\\s.*\\s(?:and|but|or)$");

  private static final Pattern PASSIVE =
      WordPattern.pattern("^\\s*(?:\\p{L}+ly\\s+)?be\\b|\\bbe$", Pattern.CASE_INSENSITIVE);
  private static final Pattern AGENT =
      WordPattern.pattern(
          "\\bby\\s+((?:the|each|both|all)\\s+(?:\\p{Lu}[\\p{L}'-]*|part(?:y|ies)|sides?|governments?)"
              + "(?:\\s+(?:(?:of|and|the)\\s+)*\\p{Lu}[\\p{L}'-]*)*"
              + "|\\p{Lu}[\\p{L}'-]*(?:\\s+(?:(?:of|and|the)\\s+)*\\p{Lu}[\\p{L}'-]*)*)");

  private final String words;
  private final Norm norm;
  private final List<WordSpan> conditions = new ArrayList<>();
  private final List<Clocks.FoundClock> clocks = new ArrayList<>();
  private final Function<String, Optional<PartyId>> parties;

  ClauseParts(
      String words,
      Norm norm,
      List<WordSpan> conditions,
      List<Clocks.FoundClock> clocks,
      Function<String, Optional<PartyId>> parties) {
    this.words = words;
    this.norm = norm;
    this.parties = parties;
    for (WordSpan each : conditions) {
      if (norm.at().contains(each.start())) {
        this.conditions.add(each);
      }
    }
    for (Clocks.FoundClock each : clocks) {
      if (norm.at().contains(each.at().start()) && each.at().isFreeOf(conditions)) {
        this.clocks.add(each);
      }
    }
  }

  /// @param before the subject of the norm before in the sentence
  /// @param stem the norm that introduces the list
  NormClause clause(DocumentElement element, String before, @Nullable NormClause stem) {
    String own = norm.at().in(words);
    boolean isNorm = norm.force().isNorm();
    String subject = isNorm ? subject() : "";
    Optional<WordSpan> agent = isNorm ? agent() : Optional.empty();
    String who =
        agent
            .map(each -> each.in(words))
            .orElse(
                !subject.isEmpty() ? subject : norm.isItem() && stem != null ? stem.who() : before);
    Deontic force = NOBODY.matcher(subject).find() ? norm.force().negated() : norm.force();
    return new NormClause(
        element,
        own.strip().replaceFirst("^[,;]\\s*", ""),
        Modals.weakened(force, blanked(norm.at(), conditions)),
        who,
        isNorm ? named(who) : List.of(),
        clocks.stream().map(Clocks.FoundClock::clock).toList(),
        conditions.stream().map(each -> each.in(words)).toList(),
        figures(),
        act(agent));
  }

  private List<WordSpan> times() {
    List<WordSpan> spans = new ArrayList<>(conditions);
    clocks.forEach(each -> spans.add(each.at()));
    return spans;
  }

  /// A stretch with some parts of it left out.
  private String blanked(WordSpan at, List<WordSpan> without) {
    StringBuilder left = new StringBuilder();
    for (int i = at.start(); i < at.end(); i++) {
      int here = i;
      boolean isOut = without.stream().anyMatch(each -> each.contains(here));
      left.append(isOut ? ' ' : words.charAt(i));
    }
    return left.toString();
  }

  private String subject() {
    String left =
        blanked(
            new WordSpan(norm.at().start(), Math.max(norm.at().start(), norm.modal().start())),
            times());
    String subject = CONJUNCTION.matcher(left).replaceFirst("");
    for (Matcher opening = OPENING.matcher(subject);
        opening.find();
        opening = OPENING.matcher(subject)) {
      subject = subject.substring(opening.end());
    }
    if (subject.stripLeading().startsWith("There ")) {
      return "";
    }
    return VERB_BEFORE
        .matcher(subject.replaceAll("\\s+", " ").strip())
        .replaceFirst("")
        .replaceAll("^[\\s,;:-]+|[\\s,;:-]+$", "");
  }

  /// Those who act in a norm in the passive voice: "shall be released by Arda".
  private Optional<WordSpan> agent() {
    int from = norm.modal().end();
    String after = blanked(new WordSpan(from, norm.at().end()), times());
    if (!PASSIVE.matcher(after).find() && !norm.modal().in(words).endsWith(" be")) {
      return Optional.empty();
    }
    Matcher agent = AGENT.matcher(after);
    return agent.find()
        ? Optional.of(new WordSpan(from + agent.start(1), from + agent.end(1)))
        : Optional.empty();
  }

  private List<PartyId> named(String who) {
    Set<PartyId> named = new LinkedHashSet<>();
    String bare = who.replaceFirst("(?i)^(?:each\\s+of|both|all|each)\\s+", "");
    parties.apply(bare).ifPresent(named::add);
    if (named.isEmpty()) {
      for (String each : bare.split("\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or)\\s+", -1)) {
        parties.apply(each).ifPresent(named::add);
      }
    }
    return List.copyOf(named);
  }

  private List<Figure> figures() {
    List<WordSpan> not = times();
    not.addAll(TextReferences.spans(words));
    not.add(new WordSpan(0, norm.at().start()));
    not.add(new WordSpan(norm.at().end(), words.length()));
    return ClauseFigures.list(words, not, "en");
  }

  private List<String> act(Optional<WordSpan> agent) {
    List<WordSpan> not = times();
    not.add(new WordSpan(norm.at().start(), Math.max(norm.at().start(), norm.modal().end())));
    agent.ifPresent(not::add);
    return FoldedWords.words(Modals.withoutWeakening(blanked(norm.at(), not)));
  }
}
