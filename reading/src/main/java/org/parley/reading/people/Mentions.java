package org.parley.reading.people;

import org.jspecify.annotations.Nullable;
import org.parley.reading.TextSpan;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// The mentions of persons, and their roles in the sentences.
final class Mentions {

  private final ParsedText text;
  private final NamedPeople names;

  Mentions(ParsedText text, NamedPeople names) {
    this.text = text;
    this.names = names;
  }

  /// Whether a person is the subject of a sentence that names them.
  boolean isSubject(NamedPeople.Named named) {
    return text.sentences()
        .get(named.sentence())
        .tree()
        .isLabelled(named.to() - 1, "nsubj", "nsubjpass", "root", "conj");
  }

  /// The subject of the sentence, if a pronoun follows it.
  @Nullable Person subjectBefore(Sentence sentence, Token token) {
    for (NamedPeople.Named each : names.mentionsIn(sentence.number())) {
      boolean isHere = each.span().end() <= token.span().start();
      for (int i = 0; isHere && i < sentence.size(); i++) {
        int head = sentence.tree().head(i);
        if (sentence.tree().isLabelled(i, "appos") && head >= 0) {
          head = sentence.tree().isLabelled(head, "nsubj") ? sentence.tree().head(head) : -1;
        } else if (!sentence.tree().isLabelled(i, "nsubj")) {
          head = -1;
        }
        boolean isSubject =
            sentence.get(i).span().end() == each.span().end()
                && head >= 0
                && head < sentence.size()
                && isMain(sentence, head);
        if (isSubject) {
          return each.person();
        }
      }
    }
    return null;
  }

  /// Whether a verb is the main verb, or that of a part before a colon.
  private static boolean isMain(Sentence sentence, int verb) {
    int head = sentence.tree().head(verb);
    return head < 0 || (head > verb && sentence.tree().isLabelled(verb, "ccomp", "parataxis"));
  }

  /// The last person that some words name and not only as an owner.
  NamedPeople.@Nullable Named namedIn(Sentence sentence, int from, int to) {
    NamedPeople.Named last = null;
    TextSpan range = sentence.span(from, to);
    for (NamedPeople.Named each : names.mentionsIn(sentence.number())) {
      if (range.contains(each.span())) {
        boolean isOwner =
            text.text().startsWith("'s", each.span().end())
                || text.text().startsWith("’s", each.span().end());
        last = isOwner ? last : each;
      }
    }
    return last;
  }

  /// "Ann Berg and Olaf Holm": the first of those who are named together.
  Person first(Sentence sentence, int from, int to, Person last) {
    boolean isJoined = false;
    for (int i = from; i < to; i++) {
      isJoined |= sentence.get(i).is("and") && sentence.tree().isLabelled(i, "cc");
    }
    TextSpan range = sentence.span(from, to);
    return !isJoined
        ? last
        : names.mentionsIn(sentence.number()).stream()
            .filter(each -> range.contains(each.span()))
            .findFirst()
            .map(NamedPeople.Named::person)
            .orElse(last);
  }
}
