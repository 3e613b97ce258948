package org.parley.reading.rules.subject;

import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.PhraseBounds;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.clause.TokenRange;
import org.parley.reading.rules.speech.Utterance;
import org.parley.reading.rules.stance.Judgement;
import org.parley.reading.rules.stance.Stances;

/// Names the subject of a clause in the words of the text if the clause only says "it".
public final class SubjectNames {

  private final String text;
  private final Coreference people;
  private final Phrases questions;
  private final Phrases papers;
  private final Phrases weekdays;
  private final Phrases months;
  private final Stances stances;
  private final Subjects subjects;

  public SubjectNames(
      String text, Coreference people, Lexicon lexicon, Stances stances, Subjects subjects) {
    this.text = text;
    this.people = people;
    questions = lexicon.get("saying.questions");
    papers = lexicon.get("documents.papers");
    weekdays = lexicon.get("dates.weekdays");
    months = lexicon.get("dates.months");
    this.stances = stances;
    this.subjects = subjects;
  }

  /// Words of a sentence as they are written, without the dateline before them.
  public String words(Sentence content, TokenRange about) {
    if (about.isEmpty()) {
      return "";
    }
    int end = about.from() + 1;
    while (end < about.to()
        && !isCut(content.get(end - 1), content.get(end))
        && !isDay(content, about.from(), end)) {
      end++;
    }
    return content
        .span(about.from(), end)
        .in(text)
        .replaceFirst("(?i)^no ", "")
        .replaceAll("\\s+", " ")
        .replaceAll("^[\"“”]+|[\"“”]+$", "")
        .replaceFirst("^\\p{Lu}[\\p{Lu}, \\p{L}]{2,40} [-–—] ", "");
  }

  /// "The treaty on Tuesday": the day of the act, which the parse hung on the paper.
  private boolean isDay(Sentence content, int from, int at) {
    int to = Math.min(content.size(), at + 3);
    return content.get(at).lower().matches("on|last|this")
        && papers.has(content.get(at - 1))
        && at > from
        && IntStream.range(at + 1, to)
            .mapToObj(content::get)
            .filter(each -> !each.isTagged("NUM"))
            .limit(1)
            .anyMatch(each -> weekdays.hasWord(each.lower()) || months.hasWord(each.lower()));
  }

  /// Whether words that are left out stand between two tokens.
  private boolean isCut(Token one, Token next) {
    int from = one.span().end();
    int to = next.span().start();
    return to < from || text.substring(from, to).codePoints().anyMatch(Character::isLetter);
  }

  /// The topic of a question: the thing it names, or all of it without a verb.
  public String topic(Sentence s) {
    int end = s.size();
    while (end > 0 && s.get(end - 1).isTagged("PUNCT")) {
      end--;
    }
    int from = 0;
    while (from < end && !s.get(from).isTagged("NOUN", "PROPN", "DET", "ADJ", "NUM")) {
      from++;
    }
    if (from < end && !Grammar.hasFinite(s, from, end)) {
      return words(s, new TokenRange(from, end));
    }
    return words(s, subjects.thing(s));
  }

  /// The antecedent of "it": the beginning of the sentence before the clause, else the last
  /// subject.
  public String meant(TextClause clause, String pronoun, String last) {
    Sentence s = clause.sentence();
    int first = clause.tokens().getFirst();
    if (first > 0) {
      int end = NounPhrase.endOf(s, 0, first);
      boolean isNoun = false;
      for (int i = 0; i < end; i++) {
        isNoun |= s.get(i).isTagged("NOUN", "PROPN");
      }
      boolean isThing = isNoun && !subjects.isActor(s, new TokenRange(0, end));
      if (isThing && people.named(s, 0, end).isEmpty()) {
        return words(s, new TokenRange(0, end));
      }
    }
    return last.isEmpty() ? pronoun : last;
  }

  /// A subject outside of the content: "X, which she called ...", "..., meaning X".
  public String apart(Sentence s, Sentence content, Utterance head, Judgement judged) {
    int from = head.words().from();
    String lemma = s.get(head.verb()).lemma();
    boolean isNaming = lemma.equals("call") || lemma.equals("describe");
    if (isNaming && from >= 2 && s.get(from - 1).is("which")) {
      int end = s.get(from - 2).is(",") ? from - 2 : from - 1;
      return words(s, new TokenRange(NounPhrase.startOf(s, end, 0), end));
    }
    String topic = isNaming ? before(s, from) : "";
    if (!topic.isEmpty()) {
      return topic;
    }
    if (isNaming && judged.key() < content.size()) {
      int end = NounPhrase.endOf(content, 0, content.size());
      return end > 0 && end <= judged.key() ? words(content, new TokenRange(0, end)) : "";
    }
    TokenRange fronted = Subjects.topic(s, new TokenRange(0, s.size()));
    boolean isFronted =
        !fronted.isEmpty() && fronted.to() <= from + 1 && judged.key() < content.size();
    if (isFronted && isOpenState(content, judged)) {
      return words(s, fronted);
    }
    String of = saidOf(s, content, head);
    if (!of.isEmpty()) {
      return of;
    }
    for (int i = head.verb() + 1; i + 1 < s.size(); i++) {
      if (s.get(i).is("meaning") && s.get(i - 1).is(",")) {
        return words(s, new TokenRange(i + 1, NounPhrase.endOf(s, i + 1, s.size())));
      }
    }
    return "";
  }

  /// "On fees she said the two sides still held different positions": a state of nothing named.
  private boolean isOpenState(Sentence content, Judgement judged) {
    TokenRange about = subjects.of(content, new TokenRange(0, content.size()), judged);
    return about.isEmpty()
        || Subjects.isPronoun(content, about)
        || subjects.isActor(content, about)
        || subjects.isState(content, about);
  }

  /// "Not yet, she said of the contract": the attribution names the subject.
  private String saidOf(Sentence s, Sentence content, Utterance head) {
    boolean isNamed = content.tokens().stream().anyMatch(each -> each.isTagged("NOUN", "PROPN"));
    for (int each : s.tree().children(head.verb())) {
      boolean isOf = each > head.verb() && s.get(each).lower().matches("of|about|on");
      int noun = isOf && !isNamed ? s.tree().child(each, "pobj") : -1;
      if (noun >= 0 && s.get(noun).isTagged("NOUN") && !isTime(s.get(noun))) {
        return words(s, PhraseBounds.of(s, noun));
      }
    }
    return "";
  }

  private static boolean isTime(Token token) {
    return token
        .lower()
        .matches("(hour|day|week|month|year|night|morning|evening)s?|radio|television");
  }

  /// "On finance he called it": a topic before the speaker.
  private String before(Sentence s, int end) {
    int start = NounPhrase.startOf(s, end, 0);
    boolean isTopic =
        start > 0
            && start < end
            && (s.get(start - 1).is("on")
                || s.get(start - 1).is("over")
                || s.get(start - 1).is("about"));
    return isTopic ? words(s, new TokenRange(start, end)) : "";
  }

  /// The end of an initial question, "asked about a report, he answered"; -1 if there is none.
  public int question(Sentence s) {
    if (questions.at(s, 0, s.size()).isPresent()) {
      for (int i = 1; i < s.size(); i++) {
        if (s.get(i).is(",")) {
          return i;
        }
      }
    }
    return -1;
  }

  /// The topic of the question.
  public String asked(Sentence s, int end, String otherwise) {
    TokenRange asked = new TokenRange(Math.min(2, end), end);
    Optional<Judgement> judged = stances.of(s, asked, "");
    TokenRange about = judged.isEmpty() ? asked : subjects.of(s, asked, judged.get());
    return about.isEmpty() ? otherwise : words(s, about);
  }
}
