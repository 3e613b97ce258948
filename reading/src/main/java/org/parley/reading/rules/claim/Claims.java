package org.parley.reading.rules.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;
import org.parley.reading.people.Coreference;
import org.parley.reading.people.SpeakerStanding;
import org.parley.reading.rules.clause.Clauses;
import org.parley.reading.rules.clause.Grammar;
import org.parley.reading.rules.clause.Speakers;
import org.parley.reading.rules.clause.TextClause;
import org.parley.reading.rules.speech.Interview;
import org.parley.reading.rules.speech.JointText;
import org.parley.reading.rules.speech.SaidDates;
import org.parley.reading.rules.speech.Script;
import org.parley.reading.rules.speech.ScriptSpeakers;
import org.parley.reading.rules.speech.SpeakerModel;
import org.parley.reading.rules.speech.SpeechSource;
import org.parley.reading.rules.speech.Turns;
import org.parley.reading.rules.speech.Utterance;
import org.parley.reading.rules.speech.Utterances;
import org.parley.reading.rules.subject.SubjectModel;

/// Extracts the claims of a text: speaker, stance and subject.
public final class Claims {

  private final Article article;
  private final ParsedText text;
  private final Lexicon lexicon;
  private final Coreference people;
  private final Utterances utterances;
  private final Clauses clauses;
  private final Speakers speakers;
  private final Turns turns;
  private final Interview interview;
  private final SaidDates dates;
  private final ActorFinder doers;
  private final SpeakerStanding standings;
  private final NewsroomVoice newsroom;
  private final ClauseClaims made;
  private List<Speaker> lastSpeakers = List.of();
  private int lastParagraph = -1;
  private @Nullable Edtf lastSaid;
  private final Map<String, Edtf> saidBy = new HashMap<>();
  private @Nullable Edtf opening;
  private List<Speaker> joint = List.of();
  private boolean isOfParties;

  /// Whether one person speaks throughout: "remarks by Ann Berg".
  private boolean isPersonal;

  private final ScriptSpeakers script;
  private final boolean isScript;
  private Optional<Speaker> floor = Optional.empty();
  private @Nullable String relayed;
  private boolean inTurn;
  private boolean isTurnQuoted;
  private final SpeakerLinker linker;

  /// @param turns the turns of a transcript
  /// @param stances the learned stance model; null for rules alone
  /// @param subjects the learned subject model; null for rules alone
  /// @param speaking the learned speaker model; null for rules alone
  public Claims(
      Article article,
      ParsedText text,
      Script turns,
      @Nullable StanceModel stances,
      @Nullable SubjectModel subjects,
      @Nullable SpeakerModel speaking) {
    this.article = article;
    this.text = text;
    lexicon = text.lexicon();
    people = Coreference.of(text, article.language());
    utterances = new Utterances(lexicon, people);
    clauses = new Clauses(lexicon);
    speakers = new Speakers(people);
    this.turns = new Turns(lexicon, people);
    interview = new Interview(text, this.turns, people);
    script = new ScriptSpeakers(turns, text, people, article.language());
    isScript = turns.isPresent();
    dates = new SaidDates(article, lexicon);
    doers = new ActorFinder(lexicon, people);
    newsroom = new NewsroomVoice(article, text, people);
    standings = new SpeakerStanding(text, people, article.language());
    linker = new SpeakerLinker(text, people, article.language(), speaking);
    made = new ClauseClaims(article, text, people, doers, stances, subjects);
  }

  public List<Proposal.OfClaim> read() {
    JointText heading = JointText.of(text);
    joint = heading.speakers();
    isOfParties = heading.isOfParties();
    joint = isOfParties ? joint : joint.stream().map(this::person).toList();
    boolean isOne = joint.stream().allMatch(people::isPerson) || heading.isInFirstPerson();
    isPersonal = !isOfParties && !joint.isEmpty() && isOne;
    opening = dates.first(text);
    opening = opening == null && !joint.isEmpty() ? dates.published() : opening;
    lastSaid = opening;
    text.sentences().forEach(this::read);
    return made.claims();
  }

  /// The person whom the words for an issuer end with: "the High Representative, Ann Berg".
  private Speaker person(Speaker issuer) {
    String name = issuer.name();
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return people.byLastName(last, issuer.where()).orElse(issuer);
  }

  /// The clauses attributed to speakers.
  public List<ClauseTrace> traces() {
    return made.traces();
  }

  /// The clauses whose speaker is not sure, with the candidates.
  public List<SpeakerTrace> speakerTraces() {
    return linker.traces();
  }

  private void read(Sentence s) {
    linker.start(s);
    made.startSentence(s);
    if (s.paragraph() != lastParagraph) {
      startParagraph(s);
    }
    if (!joint.isEmpty() && JointText.isTitle(s, text.text())) {
      return;
    }
    introduce(s);
    endTurn(s);
    List<Utterance> told = turns.isQuestion(s) ? List.of() : utterances.in(s);
    if (Interview.isQuestion(s)) {
      ask(s, told);
      return;
    }
    TreeSet<Integer> free = new TreeSet<>();
    for (int i = 0; i < s.size(); i++) {
      free.add(i);
    }
    free.removeAll(utterances.unsaid(s));
    for (Utterance each : told) {
      inTurn |= each.isTurn();
      isTurnQuoted = each.isTurn() ? s.get(each.words().to()).is("\"") : isTurnQuoted;
      free.removeAll(each.content());
      free.removeIf(i -> each.words().from() <= i && i < each.words().to());
    }
    if (told.isEmpty()) {
      unsaid(s, new ArrayList<>(free));
      remember(s);
    } else {
      for (TextClause clause : clauses.of(s, new ArrayList<>(free))) {
        List<Speaker> own = floor.map(List::of).orElseGet(() -> subjectOf(s, clause));
        if (!own.isEmpty() && own.stream().allMatch(Speaker::isNamed)) {
          read(clause, null, own, dates.in(s, clause, lastSaidBy(s, clause.head(), own)), true);
        }
      }
      List<TextClause> further = further(s, told.getLast(), free);
      for (Utterance each : told) {
        Edtf said = dates.of(s, each, lastSaidBy(s, each.verb(), each.speakers()));
        List<Speaker> who = floor.map(List::of).orElse(together(each.speakers()));
        relayed =
            floor.isEmpty() || who.equals(each.speakers())
                ? null
                : each.speakers().getFirst().name();
        read(s, each.content(), each, who, floor.isPresent() ? dates.published() : said);
        relayed = null;
        lastSpeakers = linker.corrected(who);
        people.issue(s, each.content(), each.speakers().getFirst());
        lastSaid = said;
        if (said != null && !inTurn) {
          each.speakers().forEach(one -> saidBy.put(one.name(), said));
        }
      }
      boolean wasInTurn = inTurn;
      inTurn = true;
      for (TextClause clause : further) {
        read(clause, null, lastSpeakers, lastSaid, false);
      }
      inTurn = wasInTurn;
      remember(s);
    }
  }

  /// Somebody's turn in quotation marks ends with them.
  private void endTurn(Sentence s) {
    boolean isQuoted = s.tokens().stream().limit(2).anyMatch(Token::isQuoted);
    if (inTurn && isTurnQuoted && !isQuoted && !interview.isTranscript()) {
      inTurn = false;
      isTurnQuoted = false;
    }
  }

  /// The date of the last utterance: the day of an interview, or of a sentence in the present. At
  /// the beginning of a text, its date.
  private @Nullable Edtf lastSaidBy(Sentence s, int verb, List<Speaker> who) {
    Edtf last = who.isEmpty() ? null : saidBy.get(who.getFirst().name());
    boolean isNow = s.tree().tag(verb).matches("VBZ|VBP") && s.tree().child(verb, "aux") < 0;
    if (inTurn || (last == null && isNow)) {
      return dates.published();
    }
    boolean isOpening = s.paragraph() <= 1 || !joint.isEmpty();
    return last == null && isOpening ? opening : last;
  }

  /// "A member of her staff is less cheerful: water, he says, ...": who is new is meant by "he".
  private void introduce(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      boolean isNew =
          s.tree().isLabelled(i, "nsubj")
              && lexicon.get("people.unnamed").has(s.get(i))
              && s.tree().child(i, "det") >= 0
              && s.get(s.tree().child(i, "det")).lower().matches("a|an|another");
      isNew |= s.tree().isLabelled(i, "nsubj") && speakers.isSomeOf(s, i);
      if (isNew) {
        speakers.named(s, i);
      }
    }
  }

  private void startParagraph(Sentence s) {
    if (isScript) {
      startTurn(s);
      return;
    }
    Optional<Speaker> answerer = interview.answererOf(s.paragraph());
    boolean isAsked = interview.isAsked(s.paragraph()) || turns.isQuestion(s);
    boolean isKept = inTurn && interview.isTranscript() && !isAsked;
    boolean isAnswer = lastParagraph >= 0 && interview.isAsked(lastParagraph);
    lastSpeakers = isAsked ? List.of() : isKept ? lastSpeakers : joint;
    lastSpeakers =
        answerer.map(List::of).orElse(made.listed().isEmpty() ? lastSpeakers : made.listed());
    if (!isKept && !isAnswer) {
      made.startSubject();
    }
    inTurn = isKept || answerer.isPresent() || isPersonal;
    lastParagraph = s.paragraph();
  }

  /// In a transcript the label before the paragraph, or before an earlier one, says who speaks.
  private void startTurn(Sentence s) {
    Optional<Speaker> now = script.of(s);
    if (now.isEmpty() || floor.isPresent()) {
      made.startSubject();
    }
    floor = now;
    lastSpeakers = now.map(List::of).orElse(script.isBefore(s) ? joint : List.of());
    inTurn = now.isPresent() || (isPersonal && script.isBefore(s));
    lastParagraph = s.paragraph();
  }

  /// A question claims nothing, but names the subject of its answer.
  private void ask(Sentence s, List<Utterance> told) {
    made.ask(s);
    if (isScript) {
      return;
    }
    for (Utterance each : told) {
      lastSpeakers = each.speakers();
      inTurn |= each.isTurn();
    }
  }

  /// The rest after the last utterance and a semicolon, if it has no other subject.
  private List<TextClause> further(Sentence s, Utterance last, NavigableSet<Integer> free) {
    int from = s.size();
    int end = last.words().to();
    end = last.content().isEmpty() ? end : Math.max(end, last.content().getLast() + 1);
    for (int i = s.size() - 1; i >= end; i--) {
      from = s.get(i).is(";") ? i : from;
    }
    return clauses.of(s, new ArrayList<>(free.tailSet(from))).stream()
        .filter(each -> subjectOf(s, each).isEmpty())
        .toList();
  }

  /// A sentence without a verb of saying: the last speaker continues, or a named actor takes a
  /// position.
  private void unsaid(Sentence s, List<Integer> tokens) {
    boolean isOwn = false;
    boolean isFirst = true;
    for (TextClause clause : clauses.of(s, tokens)) {
      boolean isQuoted = s.get(clause.head()).isQuoted();
      if (isToldToThem(s, clause.attribution())) {
        continue;
      }
      boolean isHeld = inTurn || isQuoted || !made.listed().isEmpty();
      List<Speaker> own = isHeld ? List.of() : subjectOf(s, clause);
      if (!own.isEmpty() && doers.isAside(clause)) {
        made.speakOf(s, clause.head());
      }
      if (!own.isEmpty()) {
        read(clause, null, own, dates.in(s, clause, lastSaidBy(s, clause.head(), own)), isFirst);
        isOwn = true;
        lastSpeakers = linker.corrected(own);
      } else if (!lastSpeakers.isEmpty() && (isHeld || !doers.isOfOthers(s, clause))) {
        read(clause, null, lastSpeakers, inTurn ? dates.published() : lastSaid, isFirst);
      } else if (!isScript && lastSpeakers.isEmpty() && !isQuoted) {
        newsroom.of(clause).ifPresent(made::add);
      }
      isFirst = false;
    }
    if (!isOwn) {
      people.mentionOnly(s);
    }
    if (!inTurn && !Grammar.hasFinite(s, 0, s.size())) {
      title(s).ifPresent(each -> lastSpeakers = List.of(each));
    }
  }

  /// "Berg was told that it was agreed": nobody is named who says so.
  private static boolean isToldToThem(Sentence s, int verb) {
    return verb >= 0
        && s.tree().child(verb, "auxpass") >= 0
        && s.tree().child(verb, "agent") < 0
        && !s.get(verb).isQuoted();
  }

  /// "More from the council.": the person or body named in a verbless sentence continues.
  private Optional<Speaker> title(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (s.tree().isLabelled(i, "pobj", "root", "appos") && s.get(i).isTagged("NOUN", "PROPN")) {
        Optional<Speakers.FoundSpeaker> found = speakers.named(s, i);
        if (found.isPresent() && found.get().speakers().getFirst().isNamed()) {
          return Optional.of(found.get().speakers().getFirst());
        }
      }
    }
    return Optional.empty();
  }

  /// Remembers the subject of the sentence for "he" in the next one; if it is not a person, the
  /// subject of a conjoined clause.
  private void remember(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      int head = s.tree().head(i);
      boolean isJoined = head >= 0 && s.tree().isLabelled(i, "conj") && s.tree().head(head) < 0;
      boolean isMain = s.tree().isVerb(i) && (head < 0 || isJoined);
      int subject = isMain ? Speakers.subjectOf(s, i) : -1;
      Optional<Speakers.FoundSpeaker> found =
          subject < 0 ? Optional.empty() : speakers.named(s, subject);
      if (found.isPresent() && found.get().speakers().stream().allMatch(people::isPerson)) {
        people.mention(s, found.get().words().from(), found.get().words().to());
        return;
      }
    }
  }

  private void read(
      Sentence s, List<Integer> tokens, Utterance head, List<Speaker> who, @Nullable Edtf said) {
    if (tokens.isEmpty()) {
      return;
    }
    boolean isFirst = true;
    int first = made.size();
    for (TextClause clause : clauses.said(regrown(s, tokens, head), tokens)) {
      List<Speaker> own =
          carried(clause, head).or(() -> held(clause, head)).orElseGet(() -> behind(clause, who));
      read(clause, head, own, said, isFirst, first);
      isFirst = false;
    }
  }

  /// Reported speech, parsed without the interrupting words of attribution.
  private Sentence regrown(Sentence s, List<Integer> tokens, Utterance head) {
    int first = tokens.getFirst();
    int gap = tokens.getLast() - first + 1 - tokens.size();
    boolean isLed = head.words().to() <= first && !s.get(head.verb()).isTagged("VERB");
    boolean isBroken = isLed && tokens.stream().anyMatch(i -> s.tree().isUnder(i, head.verb()));
    boolean isClause = tokens.stream().anyMatch(i -> Grammar.isFinite(s, i));
    return isClause && (gap > 1 || isBroken) ? Parser.apart(s, tokens, article.language()) : s;
  }

  /// "Berg said it was agreed, the Courier reported": the person, not the paper that carries it.
  private Optional<List<Speaker>> carried(TextClause clause, Utterance head) {
    Sentence s = clause.sentence();
    boolean isCarried =
        clause.attribution() >= 0 && lexicon.get("saying.carrying").has(s.get(head.verb()));
    return isCarried
        ? speakers
            .of(s, clause.attribution())
            .map(Speakers.FoundSpeaker::speakers)
            .filter(each -> each.stream().allMatch(people::isPerson))
        : Optional.empty();
  }

  /// "Berg said they wanted the map, something Kyiv refuses": the position of somebody else, told
  /// in the present beside what was said.
  private Optional<List<Speaker>> held(TextClause clause, Utterance head) {
    Sentence s = clause.sentence();
    boolean isHeld =
        doers.isAside(clause) && head.verb() < s.size() && s.tree().tag(head.verb()).equals("VBD");
    List<Speaker> own = isHeld ? subjectOf(s, clause) : List.of();
    if (!own.isEmpty()) {
      made.speakOf(s, clause.head());
    }
    return Optional.of(own).filter(each -> !each.isEmpty());
  }

  /// "Berg turns it down, the Courier reported": the person whose act an outlet reports.
  private List<Speaker> behind(TextClause clause, List<Speaker> who) {
    if (who.isEmpty() || !who.stream().allMatch(standings::isOutlet)) {
      return who;
    }
    List<Speaker> own = subjectOf(clause.sentence(), clause);
    return own.isEmpty() || !own.stream().allMatch(people::isPerson) ? who : own;
  }

  private void read(
      TextClause clause,
      @Nullable Utterance head,
      List<Speaker> who,
      @Nullable Edtf said,
      boolean isFirst) {
    read(clause, head, who, said, isFirst, made.size());
  }

  private void read(
      TextClause clause,
      @Nullable Utterance head,
      List<Speaker> who,
      @Nullable Edtf said,
      boolean isFirst,
      int first) {
    boolean isJoint = !joint.isEmpty();
    boolean isFloor = inTurn || isJoint;
    String how =
        head != null ? isFirst ? "said" : "further" : who.equals(lastSpeakers) ? "on" : "own";
    List<Speaker> linked = linker.of(clause, who, isFloor ? SpeakerLinker.SURE : how);
    made.read(
        clause, new SpeechSource(head, linked, said, isFloor, isJoint, relayed), isFirst, first);
  }

  private List<Speaker> subjectOf(Sentence s, TextClause clause) {
    return together(doers.of(s, clause, !joint.isEmpty()));
  }

  /// "The Sides" of a joint text under the fullest name; in others "both" as two persons.
  private List<Speaker> together(List<Speaker> who) {
    if (who.size() != 1) {
      return who;
    }
    if (!isOfParties) {
      return people.both(who.getFirst());
    }
    boolean isThey = who.getFirst().where().in(text.text()).equalsIgnoreCase("they");
    return isThey || JointText.isTogether(who.getFirst().name(), lexicon) ? joint : who;
  }
}
