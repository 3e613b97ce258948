package org.parley.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Span;
import org.parley.reading.Speaker;
import org.parley.reading.dates.SpokenDates;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.NounPhrase;
import org.parley.reading.people.People;

/// Reads the claims of a text: who says what of the state of what.
final class Claims {

  private final Article article;
  private final ParsedText text;
  private final Lexicon lexicon;
  private final People people;
  private final Heads heads;
  private final Stances stances;
  private final Subjects subjects;
  private final SpokenDates dates;
  private final Grammar grammar;
  private final Phrases rumour;
  private final List<Proposal.OfClaim> claims = new ArrayList<>();
  private List<Speaker> lastSpeakers = List.of();
  private int lastParagraph = -1;
  private @Nullable Edtf lastSaid;
  private String lastSubject = "";
  private List<Speaker> joint = List.of();
  private boolean inTurn;

  Claims(Article article, ParsedText text) {
    this.article = article;
    this.text = text;
    lexicon = text.lexicon();
    people = People.of(text, article.language());
    heads = new Heads(lexicon, people);
    stances = new Stances(lexicon);
    subjects = new Subjects(lexicon);
    dates = new SpokenDates(article.published(), lexicon);
    grammar = new Grammar(lexicon);
    rumour = lexicon.get("saying.rumour");
  }

  List<Proposal.OfClaim> read() {
    for (Sentence each : text.sentences()) {
      List<SpokenDates.Said> found = dates.in(each, 0, each.size(), false);
      if (lastSaid == null
          && each.paragraph() == 0
          && !found.isEmpty()
          && isPast(found.getFirst().date())) {
        lastSaid = found.getFirst().date();
      }
    }
    joint = JointText.speakers(text);
    text.sentences().forEach(this::read);
    return claims;
  }

  private boolean isPast(Edtf date) {
    return article.published() != null
        && !date.latestDay().isAfter(article.published())
        && date.earliestDay().isAfter(article.published().minusDays(40));
  }

  private void read(Sentence sentence) {
    if (sentence.paragraph() != lastParagraph) {
      lastSpeakers = joint;
      lastSubject = "";
      inTurn = false;
    }
    List<Head> found = heads.in(sentence);
    if (found.isEmpty()) {
      headless(sentence);
    } else {
      inTurn |= sentence.get(found.getFirst().verb()).is(":");
      lead(sentence, found.getFirst());
      ungoverned(sentence, found);
      for (Head head : found) {
        Edtf said = saidOn(sentence, head);
        Sentence content = joined(sentence, head.content());
        read(sentence, content, head, head.speakers(), said);
        lastSpeakers = head.speakers();
        lastSaid = said;
      }
    }
    lastParagraph = sentence.paragraph();
  }

  /// A sentence without a verb of saying: the last speaker goes on, or somebody it names takes a
  /// position.
  private void headless(Sentence sentence) {
    boolean isOwn = false;
    for (Range clause : grammar.clauses(sentence, new Range(0, sentence.size()))) {
      List<Speaker> own = inTurn ? List.of() : subjectOf(sentence, clause);
      Sentence part = joined(sentence, List.of(clause));
      if (!own.isEmpty()) {
        read(sentence, part, null, own, dateIn(sentence, clause));
        isOwn = true;
        lastSpeakers = own;
      } else if (!lastSpeakers.isEmpty()) {
        read(sentence, part, null, lastSpeakers, lastSaid);
      }
    }
    if (!isOwn) {
      people.mentionOnly(sentence);
    }
  }

  private @Nullable Edtf dateIn(Sentence sentence, Range clause) {
    List<SpokenDates.Said> found = dates.in(sentence, clause.from(), clause.to(), false);
    return found.isEmpty() || !isPast(found.getFirst().date()) ? lastSaid : found.getFirst().date();
  }

  /// The named subject of a clause; "it", where an institution spoke last.
  private List<Speaker> subjectOf(Sentence sentence, Range clause) {
    int verb = Grammar.firstFinite(sentence, clause.from(), clause.to());
    if (verb <= clause.from()) {
      return List.of();
    }
    int end = verb;
    while (end > clause.from() && sentence.get(end - 1).isTagged("ADV")) {
      end--;
    }
    if (end > clause.from() && sentence.get(end - 1).is(",")) {
      return apposed(sentence, clause, end - 1);
    }
    int start = NounPhrase.startOf(sentence, end, clause.from());
    if (start >= end) {
      return List.of();
    }
    if (end - start == 1 && sentence.get(start).is("it")) {
      boolean isGroup = lexicon.get("stance.prefers").at(sentence, verb, clause.to()).isPresent();
      return isGroup ? people.lastGroup(sentence.get(start).span()).stream().toList() : List.of();
    }
    if (lexicon.get("documents.documents").isIn(sentence, start, end)) {
      return List.of();
    }
    List<Speaker> own = people.speakers(sentence, start, end);
    boolean isOwn = own.stream().allMatch(each -> each.isNamed() || !joint.isEmpty());
    return isOwn ? own : List.of();
  }

  /// "The minister, Ann Berg, rejects", "Ann Berg, the minister, rejects": the person.
  private List<Speaker> apposed(Sentence sentence, Range clause, int comma) {
    int start = NounPhrase.startOf(sentence, comma, clause.from());
    List<Speaker> inner = people.speakersNamed(sentence, start, comma);
    if (!inner.isEmpty()) {
      return inner;
    }
    int first = clause.from();
    while (first < comma && !sentence.get(first).is(",")) {
      first++;
    }
    int before = NounPhrase.startOf(sentence, first, clause.from());
    return first < comma ? people.speakersNamed(sentence, before, first) : List.of();
  }

  /// What stands in a sentence outside of what is said: its subject may take a position.
  private void ungoverned(Sentence sentence, List<Head> found) {
    Head first = found.getFirst();
    int until = first.words().from();
    boolean isGoverned = first.content().stream().anyMatch(r -> r.from() < until);
    int verb = Grammar.firstFinite(sentence, 0, until);
    if (isGoverned || verb <= 0 || sentence.get(0).isTagged("VERB")) {
      return;
    }
    int start = NounPhrase.startOf(sentence, verb, 0);
    List<Speaker> own = start < verb ? people.speakers(sentence, start, verb) : List.of();
    if (!own.isEmpty() && own.stream().allMatch(Speaker::isNamed)) {
      Edtf said = lastSaid;
      for (SpokenDates.Said each : dates.in(sentence, 0, until, false)) {
        said = each.date();
      }
      Range range = new Range(start, until);
      read(sentence, joined(sentence, List.of(range)), null, own, said);
    }
  }

  /// The newsroom may speak before the first head: that is nobody's claim, but it tells of whom the
  /// pronouns speak.
  private void lead(Sentence sentence, Head first) {
    int verb = Grammar.firstFinite(sentence, 0, first.words().from());
    if (verb > 0) {
      int start = NounPhrase.startOf(sentence, verb, 0);
      if (start < verb && first.content().stream().noneMatch(r -> r.from() == 0)) {
        people.mention(sentence, start, verb);
      }
    }
  }

  private static Sentence joined(Sentence sentence, List<Range> ranges) {
    List<Integer> tokens = new ArrayList<>();
    for (Range each : ranges) {
      while (!tokens.isEmpty()
          && sentence.get(tokens.getLast()).is(",")
          && !each.isEmpty()
          && !sentence.get(each.from()).isTagged("CCONJ", "SCONJ", "PUNCT")) {
        tokens.removeLast();
      }
      for (int i = each.from(); i < each.to(); i++) {
        tokens.add(i);
      }
    }
    return sentence.part(tokens);
  }

  private void read(
      Sentence sentence,
      Sentence content,
      @Nullable Head head,
      List<Speaker> speakers,
      @Nullable Edtf said) {
    if (content.size() == 0) {
      return;
    }
    String verb = head == null ? "" : sentence.get(head.verb()).lemma();
    List<Range> clauses = grammar.clauses(content, new Range(0, content.size()));
    int first = claims.size();
    for (int i = 0; i < clauses.size(); i++) {
      Range clause = clauses.get(i);
      if (rumour.isIn(content, clause.from(), clause.to())) {
        continue;
      }
      Optional<Judgement> judged = stances.of(content, clause, i == 0 ? verb : "");
      if (judged.isEmpty() && i == 0 && isUndertaking(verb)) {
        judged = Optional.of(new Judgement(SaidStance.AGREED, null, null, clause.to() - 1, 65));
      }
      Range topic = Subjects.topic(content, clause);
      if (!topic.isEmpty() && head == null) {
        lastSubject = words(content, topic);
      }
      if (judged.isEmpty()) {
        continue;
      }
      Range about = subjects.of(content, clause, judged.get());
      String subject = words(content, about);
      if (!isUsable(content, clause, judged.get(), about, head)) {
        continue;
      }
      if (isPronoun(content, about)) {
        subject = anaphor(content, clause, subject);
      }
      String named = namedApart(sentence, content, head, judged.get());
      subject = named.isEmpty() ? subject : named;
      Span quote = quote(sentence, content, clause, head, clauses.size() == 1 || i == 0);
      if (judged.get().stance() == SaidStance.DENIED_REPORT && isPronoun(content, about)) {
        Proposal.OfClaim told = claims.size() > first ? claims.getLast() : null;
        quote = deny(first, quote);
        int asked = question(sentence);
        if (told == null && asked > 0) {
          quote = new Span(sentence.get(0).span().start(), quote.end());
          subject = questioned(sentence, asked, subject);
        }
        if (told != null) {
          subject = told.subject();
          judged =
              judged.map(
                  j -> new Judgement(j.stance(), told.share(), null, j.key(), j.confidence()));
        }
      }
      for (Speaker speaker : speakers) {
        claims.add(claim(content, clause, judged.get(), subject, speaker, said, quote, head));
      }
      lastSubject = subject;
    }
  }

  /// Where the question ends that a sentence begins with, "asked about a report, he answered"; -1
  /// where there is none.
  private int question(Sentence sentence) {
    if (lexicon.get("saying.questions").at(sentence, 0, sentence.size()).isPresent()) {
      for (int i = 1; i < sentence.size(); i++) {
        if (sentence.get(i).is(",")) {
          return i;
        }
      }
    }
    return -1;
  }

  private String questioned(Sentence sentence, int end, String otherwise) {
    Range asked = new Range(1, end);
    Optional<Judgement> judged = stances.of(sentence, asked, "");
    Range about = judged.isEmpty() ? asked : subjects.of(sentence, asked, judged.get());
    return about.isEmpty() ? otherwise : words(sentence, about);
  }

  /// "They agreed that": what follows is agreed, whatever it says.
  private static boolean isUndertaking(String verb) {
    return verb.equals("agree") || verb.equals("undertake") || verb.equals("resolve");
  }

  /// What "it" means: what the sentence began with, else what was spoken of last.
  private String anaphor(Sentence content, Range clause, String pronoun) {
    if (clause.from() > 0) {
      int end = NounPhrase.endOf(content, 0, clause.from());
      boolean isNoun = false;
      for (int i = 0; i < end; i++) {
        isNoun |= content.get(i).isTagged("NOUN", "PROPN");
      }
      if (isNoun && people.named(content, 0, end).isEmpty()) {
        return words(content, new Range(0, end));
      }
    }
    return lastSubject.isEmpty() ? pronoun : lastSubject;
  }

  /// A subject that stands outside of what is said: "X, which she called ...", "..., meaning X".
  private String namedApart(
      Sentence sentence, Sentence content, @Nullable Head head, Judgement judged) {
    if (head == null) {
      return "";
    }
    int from = head.words().from();
    boolean isNaming =
        sentence.get(head.verb()).lemma().equals("call")
            || sentence.get(head.verb()).lemma().equals("describe");
    if (isNaming && from >= 2 && sentence.get(from - 1).is("which")) {
      int end = sentence.get(from - 2).is(",") ? from - 2 : from - 1;
      return words(sentence, new Range(NounPhrase.startOf(sentence, end, 0), end));
    }
    String topic = isNaming ? topicBefore(sentence, from) : "";
    if (!topic.isEmpty()) {
      return topic;
    }
    if (isNaming && judged.key() < content.size()) {
      int end = NounPhrase.endOf(content, 0, content.size());
      return end > 0 && end < judged.key() ? words(content, new Range(0, end)) : "";
    }
    for (int i = head.verb() + 1; i + 1 < sentence.size(); i++) {
      if (sentence.get(i).is("meaning") && sentence.get(i - 1).is(",")) {
        return words(
            sentence, new Range(i + 1, NounPhrase.endOf(sentence, i + 1, sentence.size())));
      }
    }
    return "";
  }

  /// "On finance he called it": what is named before the speaker.
  private String topicBefore(Sentence sentence, int end) {
    int start = NounPhrase.startOf(sentence, end, 0);
    boolean isTopic =
        start > 0
            && start < end
            && (sentence.get(start - 1).is("on")
                || sentence.get(start - 1).is("over")
                || sentence.get(start - 1).is("about"));
    return isTopic ? words(sentence, new Range(start, end)) : "";
  }

  /// What is only told to be denied is no claim of its own.
  private Span deny(int first, Span quote) {
    Span all = quote;
    while (claims.size() > first) {
      Span told = claims.removeLast().quotation().at();
      all = new Span(Math.min(all.start(), told.start()), Math.max(all.end(), told.end()));
    }
    return all;
  }

  private static boolean isPronoun(Sentence content, Range about) {
    return about.size() == 1 && content.get(about.from()).isTagged("PRON", "DET");
  }

  private boolean isUsable(
      Sentence content, Range clause, Judgement judged, Range about, @Nullable Head head) {
    if (about.isEmpty()) {
      return judged.stance() == SaidStance.DENIED_REPORT;
    }
    boolean isPersonal =
        about.size() == 1
            && content.get(about.from()).lower().matches("i|we|you|he|she|they|one|who|what");
    if (content.get(about.from()).is("they") && judged.share() != null) {
      return true;
    }
    if (isPersonal && judged.stance() != SaidStance.PREFERS) {
      return lastSubject.length() > 0 && content.get(about.from()).is("they");
    }
    boolean isNegotiable =
        lexicon.get("documents.documents").isIn(content, clause.from(), clause.to())
            || lexicon.get("documents.matters").isIn(content, clause.from(), clause.to())
            || lexicon.get("topics.groups").isIn(content, clause.from(), clause.to());
    boolean isAnaphor = isPronoun(content, about) && !isPersonal;
    if (head == null) {
      boolean isWish =
          judged.stance() == SaidStance.PREFERS || judged.stance() == SaidStance.REJECTED;
      boolean isPlain =
          judged.key() < content.size()
              && lexicon.get("stance.plain").at(content, judged.key(), clause.to()).isPresent();
      if (isPlain || inTurn) {
        return true;
      }
      return isNegotiable || isAnaphor || (isWish && content.get(0).is("it"));
    }
    return judged.stance() != SaidStance.PREFERS || isNegotiable;
  }

  private String words(Sentence content, Range about) {
    if (about.isEmpty()) {
      return "";
    }
    return content
        .span(about.from(), about.to())
        .in(text.text())
        .replaceAll("\\s+", " ")
        .replaceAll("^[\"“”]+|[\"“”]+$", "")
        .replaceFirst("^\\p{Lu}[\\p{Lu}, \\p{L}]{2,40} [-–—] ", "");
  }

  private Span quote(
      Sentence sentence, Sentence content, Range clause, @Nullable Head head, boolean isFirst) {
    Span span = content.span(clause.from(), clause.to());
    span = withQuotes(content, clause, span);
    if (head == null || !isFirst) {
      return span;
    }
    Span words =
        new Span(
            sentence.get(head.words().from()).span().start(),
            sentence.get(head.words().to() - 1).span().end());
    int gap = span.start() >= words.end() ? span.start() - words.end() : words.start() - span.end();
    boolean isNear = (gap < 90 && gap >= 0) || span.overlap(words) > 0;
    return isNear
        ? new Span(Math.min(span.start(), words.start()), Math.max(span.end(), words.end()))
        : span;
  }

  private static Span withQuotes(Sentence content, Range clause, Span span) {
    int before = clause.from() - 1;
    int start =
        before >= 0 && content.get(before).is("\"")
            ? content.get(before).span().start()
            : span.start();
    int end =
        clause.to() < content.size() && content.get(clause.to()).is("\"")
            ? content.get(clause.to()).span().end()
            : span.end();
    return new Span(Math.min(start, span.start()), Math.max(end, span.end()));
  }

  private Proposal.OfClaim claim(
      Sentence content,
      Range clause,
      Judgement judged,
      String subject,
      Speaker speaker,
      @Nullable Edtf said,
      Span quote,
      @Nullable Head head) {
    boolean isQuoted = false;
    for (int i = clause.from(); i < clause.to(); i++) {
      isQuoted |= content.get(i).isQuoted() || inTurn;
    }
    String other = relayed(content, clause, judged, speaker);
    Attribution attribution =
        other != null
            ? Attribution.RELAYED
            : isQuoted
                ? Attribution.DIRECT_QUOTE
                : !speaker.isNamed() && speaker.office() == null
                    ? Attribution.UNATTRIBUTED
                    : Attribution.REPORTED_SPEECH;
    return new Proposal.OfClaim(
        Proposal.Quotation.of(text.text(), quote),
        speaker,
        other,
        said,
        subject.isEmpty() ? words(content, clause) : subject,
        judged.stance(),
        judged.share(),
        between(content, clause),
        judged.stance() == SaidStance.CONDITIONAL && judged.condition() != null
            ? judged.condition()
            : null,
        attribution,
        head == null ? judged.confidence() - 20 : judged.confidence());
  }

  /// The parties that the clause itself names.
  private List<String> between(Sentence content, Range clause) {
    List<String> named = new ArrayList<>();
    for (int i = clause.from(); i < clause.to(); i++) {
      Token token = content.get(i);
      if (token.isCapital()
          && org.parley.reading.people.Countries.of(article.language())
              .find(token.text())
              .isPresent()
          && !named.contains(token.text())) {
        named.add(token.text());
      }
    }
    return named;
  }

  /// Whose deed or words the speaker tells of, where it is somebody else's.
  private @Nullable String relayed(
      Sentence content, Range clause, Judgement judged, Speaker speaker) {
    boolean isDeed =
        switch (judged.stance()) {
          case REJECTED, RECEIVED, NOT_RECEIVED, AGREED -> true;
          case MOSTLY_AGREED, SHARE, OPEN, CONDITIONAL, FINAL_SOON, PREFERS, DENIED_REPORT -> false;
        };
    if (!isDeed || judged.key() >= clause.to()) {
      return null;
    }
    int verb = Grammar.firstFinite(content, clause.from(), clause.to());
    if (verb <= clause.from() || verb > judged.key()) {
      return null;
    }
    int start = NounPhrase.startOf(content, verb, clause.from());
    if (start >= verb || verb - start > 3) {
      return null;
    }
    List<String> named = people.named(content, start, verb);
    if (!named.isEmpty() && !named.contains(speaker.name())) {
      return named.getFirst();
    }
    Token last = content.get(verb - 1);
    var country = org.parley.reading.people.Countries.of(article.language()).find(last.text());
    boolean isOwn =
        speaker.office() != null
            && country.isPresent()
            && (country.get().names().stream().anyMatch(n -> speaker.office().contains(n))
                || country.get().adjectives().stream().anyMatch(n -> speaker.office().contains(n)));
    return country.isPresent() && last.isCapital() && start == verb - 1 && !isOwn
        ? last.text()
        : null;
  }

  private @Nullable Edtf saidOn(Sentence sentence, Head head) {
    int from = head.words().from();
    int to = Math.min(sentence.size(), head.words().to() + 8);
    for (SpokenDates.Said each : dates.in(sentence, from, to, false)) {
      boolean isContent =
          head.content().stream()
              .anyMatch(
                  r ->
                      r.from() <= each.from() && each.from() < r.to() && isDeep(sentence, r, each));
      if (!isContent) {
        return each.date();
      }
    }
    for (SpokenDates.Said each : dates.in(sentence, 0, from, false)) {
      if (each.to() <= 4) {
        return each.date();
      }
    }
    return lastSaid;
  }

  /// Whether a date belongs to what is said: a verb stands between the verb of saying and it.
  private static boolean isDeep(Sentence sentence, Range content, SpokenDates.Said date) {
    for (int i = content.from(); i < date.from(); i++) {
      if (Grammar.isFinite(sentence, i) || sentence.get(i).is("that")) {
        return true;
      }
    }
    return false;
  }
}
