package org.parley.reading.rules.speech;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.reading.Speaker;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Sentence;
import org.parley.reading.people.Coreference;

/// Which paragraphs of a conversation ask, and which answer without a name before a colon.
public final class Interview {

  /// So many paragraphs that only ask make a conversation.
  private static final int MIN_ASKED = 3;

  private final Set<Integer> asked = new HashSet<>();
  private final Set<Integer> answers = new HashSet<>();
  private final boolean isTranscript;
  private final Optional<Speaker> answerer;

  public Interview(ParsedText text, Turns turns, Coreference people) {
    Map<Integer, List<Sentence>> paragraphs = new TreeMap<>();
    for (Sentence each : text.sentences()) {
      paragraphs.computeIfAbsent(each.paragraph(), _ -> new ArrayList<>()).add(each);
    }
    Set<Integer> labelled = new HashSet<>();
    int labels = 0;
    for (Sentence each : text.sentences()) {
      if (turns.in(each).isPresent()) {
        labelled.add(each.paragraph());
        labels++;
      }
    }
    isTranscript = labels > 2;
    List<Integer> questions =
        paragraphs.keySet().stream()
            .filter(
                each ->
                    !labelled.contains(each)
                        && isQuestion(paragraphs.getOrDefault(each, List.of())))
            .toList();
    answerer = people.firstPerson();
    boolean isConversation = isTranscript || questions.size() >= MIN_ASKED;
    if (!isConversation || answerer.isEmpty()) {
      return;
    }
    asked.addAll(questions);
    List<Integer> order = List.copyOf(paragraphs.keySet());
    for (int i = 1; i < order.size(); i++) {
      int each = order.get(i);
      boolean isAddressed =
          !labelled.contains(each)
              && !isQuoted(paragraphs.getOrDefault(each, List.of()))
              && addresses(paragraphs.getOrDefault(each, List.of()))
              && (!isTranscript || (i + 1 < order.size() && labelled.contains(order.get(i + 1))))
              && !asked.contains(order.get(i - 1));
      boolean isPrompt =
          !isTranscript
              && answers.contains(order.get(i - 1))
              && !labelled.contains(each)
              && !isQuoted(paragraphs.getOrDefault(each, List.of()))
              && !isOwn(paragraphs.getOrDefault(each, List.of()))
              && i + 2 < order.size()
              && !asked.contains(order.get(i + 1));
      if (isAddressed || isPrompt) {
        asked.add(each);
      }
      boolean isAnswer = asked.contains(order.get(i - 1)) && !asked.contains(each);
      boolean goesOn =
          answers.contains(order.get(i - 1)) && isOwn(paragraphs.getOrDefault(each, List.of()));
      if (!isTranscript
          && (isAnswer || goesOn)
          && !isQuoted(paragraphs.getOrDefault(each, List.of()))) {
        answers.add(each);
      }
    }
  }

  /// Whether several names stand before colons.
  public boolean isTranscript() {
    return isTranscript;
  }

  /// Whether a paragraph is the asker's.
  public boolean isAsked(int paragraph) {
    return asked.contains(paragraph);
  }

  /// Who speaks in a paragraph that answers without a name before it.
  public Optional<Speaker> answererOf(int paragraph) {
    return answers.contains(paragraph) ? answerer : Optional.empty();
  }

  /// Whether a sentence asks, and so says nothing of its own.
  public static boolean isQuestion(Sentence s) {
    int last = s.size() - 1;
    while (last > 0 && (s.get(last).is("\"") || s.get(last).is("."))) {
      last--;
    }
    return last >= 0 && s.get(last).is("?");
  }

  private static boolean isQuestion(List<Sentence> paragraph) {
    return isQuestion(paragraph.getLast()) && !isQuoted(paragraph);
  }

  private static boolean isQuoted(List<Sentence> paragraph) {
    return paragraph.getFirst().get(0).is("\"");
  }

  private static boolean addresses(List<Sentence> paragraph) {
    return hasWord(paragraph, "you|your|yours");
  }

  private static boolean isOwn(List<Sentence> paragraph) {
    return hasWord(paragraph, "i|we|my|our|me|us");
  }

  private static boolean hasWord(List<Sentence> paragraph, String words) {
    return paragraph.stream()
        .flatMap(each -> each.tokens().stream())
        .anyMatch(each -> each.lower().matches(words) && !each.isQuoted());
  }
}
