package org.parley.reading.french;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;

/// Who says something in a sentence, by a verb of saying or "selon".
final class FrenchSpeakers {

  /// A report of speech.
  ///
  /// @param at the position of its verb in the sentence
  /// @param isUnnamed whether the speaker has neither name nor office
  record FrenchReport(int at, Speaker speaker, @Nullable Edtf said, boolean isUnnamed) {}

  /// A speaker is named within so many characters of the verb.
  private static final int NEAR = 160;

  private static final int SAID_NEAR = 30;

  private static final String SPEAKING = FrenchWords.any("people.offices", "people.bodies");

  private static final Pattern VERB =
      FrenchWords.words(
          "(?:(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-(?:il|elle|ils|elles))? (?:aussi |également |encore )?"
              + FrenchWords.any("saying.participles")
              + "|"
              + FrenchWords.any("saying.present")
              + "(?:-t-(?:il|elle)|-(?:il|elle))?)");

  private static final Pattern AUDIENCE =
      FrenchWords.compiled("[ ,]{0,2}" + FrenchWords.any("saying.audience") + "(?![\\p{L}])");

  private static final Pattern TAG = Pattern.compile("[»”\"] ?, ");

  /// Words between a quotation and its speaker that are of no verb.
  private static final Pattern NO_VERB =
      Pattern.compile(
          "[^\\p{Ll}].*|[ld]'.*|.*-on|le|la|les|un|une|de|du|des|dans|sur|par|à|au|aux|en|chez|pour|avec");

  private static final int LONGEST_VERB = 4;

  private static final Pattern ACCORDING = FrenchWords.words(FrenchWords.any("saying.according"));

  private static final Pattern PRONOUN = FrenchWords.compiled("-(?:t-)?(?:il|elle)s?\\b");

  /// A pronoun right before the verb.
  private static final Pattern HE = FrenchWords.compiled("(?<![\\p{L}-])(?:il|elle) $");

  /// A pronoun after "selon".
  private static final Pattern HIM = FrenchWords.compiled(" (?:lui|elle|eux|elles)(?![\\p{L}])");

  /// A thing, which does not speak.
  private static final Pattern THING =
      FrenchWords.words(FrenchWords.any("documents.documents", "meetings.nouns", "share.parts"));

  /// "la rectrice", before a name of two words.
  private static final Pattern NOUNS =
      FrenchWords.compiled(
          "(?:(?:que |qu')?(?:le|la|un|une|son|sa|leur) |(?:que |qu')?l')[\\p{L}-]{3,25}(?: [\\p{L}'-]{2,25}){0,5} ");

  /// A full stop that is not of a title.
  private static final String STOP = "(?<!(?<!\\p{L})(?:MM?|Dr|Me))\\.";

  /// Ends the words that name a speaker.
  private static final Pattern AFTER =
      FrenchWords.compiled(
          "[;:«»\"“”()!?,]|"
              + STOP
              + "| (?:à|après|avant|lors|devant|dans|en|sur|par|pendant|sous|qui|dont|que|qu'|et|mais"
              + "|pour|avec|a|ont|est|sont|sera|hier|aujourd'hui|"
              + FrenchWords.any("dates.weekdays")
              + ")(?![\\p{L}])");

  /// Ends the words that name a speaker with all that depends on the office.
  private static final Pattern CLAUSE =
      FrenchWords.compiled(
          "[;:«»\"“”()!?,]|"
              + STOP
              + "| (?:qui|dont|que|qu'|et|mais|a|ont|est|sont|sera|hier|aujourd'hui|"
              + FrenchWords.any("dates.weekdays")
              + ")(?![\\p{L}])");

  private static final Pattern OFFICE =
      FrenchWords.compiled(
          "(?<![\\p{L}-])(?:(?:le|la|les|un|une|son|sa|leur|des|du|de) |l')?(?:(?:nouveau|nouvelle|haut|haute|ancien|ancienne) )?"
              + SPEAKING
              + "(?![\\p{L}])");

  private static final Pattern UNNAMED =
      FrenchWords.compiled(
          "(?:(?:un|une|des|deux|trois|plusieurs|certains) )?"
              + FrenchWords.any("people.unnamed")
              + "(?![\\p{L}]).{0,120}");

  private static final Pattern TITLE = Pattern.compile("(?:MM?\\.|Mmes?|Mlle|Dr|Me) $");

  private static final Pattern DEPENDENT =
      FrenchWords.compiled(
          "(?<![\\p{L}])(?:de|du|des|à|au|aux|en|dans|sur|par|pour|avec|chez|vers|contre|entre|d'|de la|de l'|à la|à l') ?(?:la |l')?$");

  private static final Pattern BARE =
      FrenchWords.compiled("(?:.{0,120} )?(?:que |qu')?(?:(?:le|la|les) |l')?");

  private final FrenchText text;
  private final FrenchNames names;
  private final FrenchDates dates;
  private @Nullable Speaker latest;
  private int latestParagraph = -1;

  FrenchSpeakers(FrenchText text, FrenchNames names, FrenchDates dates) {
    this.text = text;
    this.names = names;
    this.dates = dates;
  }

  /// The reports in a sentence. Sentences are asked in the order of the text, as a pronoun means
  /// the speaker before it in the same paragraph.
  List<FrenchReport> in(FrenchSentence sentence) {
    List<FrenchReport> found = new ArrayList<>();
    Matcher according = ACCORDING.matcher(sentence.text());
    while (according.find()) {
      Speaker speaker =
          HIM.matcher(sentence.text()).region(according.end(), sentence.text().length()).lookingAt()
              ? meant(sentence, according.start())
              : after(sentence, according.end());
      add(found, sentence, according.start(), speaker, null);
    }
    Matcher verbs = VERB.matcher(sentence.text());
    while (verbs.find()) {
      if (!text.isQuoted(sentence.start() + verbs.start())) {
        Speaker speaker = speaker(sentence, verbs.start(), verbs.end(), verbs.group());
        add(found, sentence, verbs.start(), speaker, said(sentence, verbs.end()));
      }
    }
    Matcher tags = TAG.matcher(sentence.text());
    while (tags.find()) {
      int at = tags.start();
      boolean isKnown =
          found.stream().anyMatch(each -> each.at() > at && each.at() < at + SAID_NEAR);
      if (!isKnown) {
        add(found, sentence, at, tagged(sentence, tags), null);
      }
    }
    return found;
  }

  /// After a quotation any verb is one of saying: "», s'est réjoui le commissaire".
  private @Nullable Speaker tagged(FrenchSentence s, Matcher tag) {
    int at = tag.end();
    for (int i = 0; i < LONGEST_VERB && at < s.text().length(); i++) {
      int end = s.text().indexOf(' ', at);
      boolean isVerb = end > 0 && !NO_VERB.matcher(s.text().substring(at, end)).matches();
      if (!isVerb) {
        return null;
      }
      boolean isPronoun = PRONOUN.matcher(s.text().substring(at, end)).find();
      Speaker speaker =
          isPronoun ? latestParagraph == s.paragraph() ? latest : null : after(s, end);
      if (speaker != null || isPronoun) {
        return speaker;
      }
      at = end + 1;
    }
    return null;
  }

  private void add(
      List<FrenchReport> found,
      FrenchSentence sentence,
      int at,
      @Nullable Speaker speaker,
      @Nullable Edtf said) {
    if (speaker != null) {
      latest = speaker;
      latestParagraph = sentence.paragraph();
      found.add(
          new FrenchReport(
              at, speaker, said, !speaker.isNamed() && UNNAMED.matcher(speaker.name()).matches()));
    }
  }

  private @Nullable Speaker speaker(FrenchSentence s, int from, int to, String verb) {
    boolean isPronoun =
        PRONOUN.matcher(verb).find()
            || HE.matcher(s.text().substring(Math.max(0, from - 10), from)).find();
    if (isPronoun) {
      return latestParagraph == s.paragraph() ? latest : null;
    }
    Speaker before = before(s, from);
    return before == null ? after(s, to) : before;
  }

  /// The person named last in the sentence, else the latest speaker of the paragraph.
  private @Nullable Speaker meant(FrenchSentence s, int at) {
    return names.in(s).stream()
        .filter(each -> each.to() <= at)
        .reduce((_, each) -> each)
        .map(each -> person(s, each, null))
        .orElse(latestParagraph == s.paragraph() ? latest : null);
  }

  /// The day on which it was said, right after the verb.
  private @Nullable Edtf said(FrenchSentence s, int from) {
    String near = s.text().substring(from, Math.min(s.text().length(), from + SAID_NEAR));
    int end = near.indexOf(',');
    List<FrenchDates.FrenchDate> found = dates.in(end < 0 ? near : near.substring(0, end), false);
    return found.isEmpty() || found.getFirst().from() > 4 ? null : found.getFirst().date();
  }

  /// The speaker whose words begin at a position: "a déclaré la ministre Inès Calder".
  private @Nullable Speaker after(FrenchSentence s, int at) {
    String rest = s.text().substring(at, Math.min(s.text().length(), at + NEAR));
    int from = at + skipped(rest);
    rest = s.text().substring(from, Math.min(s.text().length(), from + NEAR));
    Matcher clause = CLAUSE.matcher(rest);
    String longest = clause.find() ? rest.substring(0, clause.start()) : rest;
    Speaker whole = atEnd(s, from, from + longest.length(), true);
    boolean isWhole =
        whole != null
            && OFFICE.matcher(longest).lookingAt()
            && (whole.isNamed() || isAside(s, from, rest, longest));
    Matcher end = (isWhole ? CLAUSE : AFTER).matcher(rest);
    String chunk = end.find() ? rest.substring(0, end.start()) : rest;
    Speaker speaker = atEnd(s, from, from + chunk.length(), true);
    if (speaker == null || !rest.startsWith(", ", chunk.length())) {
      return speaker;
    }
    int next = from + chunk.length() + 2;
    String aside = rest.substring(chunk.length() + 2);
    Matcher close = AFTER.matcher(aside);
    String more = close.find() ? aside.substring(0, close.start()) : aside;
    Matcher office = OFFICE.matcher(more);
    if (speaker.isNamed() && speaker.office() == null && office.lookingAt()) {
      return new Speaker(speaker.name(), more.strip(), speaker.where(), true);
    }
    Speaker named = speaker.isNamed() ? null : bare(s, next, next + more.length());
    return named == null ? speaker : new Speaker(named.name(), speaker.name(), named.where(), true);
  }

  /// Whether a name alone follows after a comma.
  private boolean isAside(FrenchSentence s, int from, String rest, String chunk) {
    int next = chunk.length() + 2;
    if (!rest.startsWith(", ", chunk.length())) {
      return false;
    }
    Matcher close = AFTER.matcher(rest).region(next, rest.length());
    return bare(s, from + next, from + (close.find() ? close.start() : rest.length())) != null;
  }

  /// Blanks, a day and the like between the verb and the speaker.
  private int skipped(String rest) {
    int at = 0;
    while (at < rest.length() && rest.charAt(at) == ' ') {
      at++;
    }
    List<FrenchDates.FrenchDate> found =
        dates.in(rest.substring(0, Math.min(rest.length(), SAID_NEAR)), false);
    boolean isDay = !found.isEmpty() && found.getFirst().from() <= at + 3;
    int end = isDay ? found.getFirst().to() : at;
    Matcher audience = AUDIENCE.matcher(rest).region(end, rest.length());
    end = audience.lookingAt() ? audience.end() : end;
    while (end < rest.length() && " ,".indexOf(rest.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /// The speaker whose words end at a position: "Le président de la Kharie, Tomas Verel, a
  /// annoncé".
  private @Nullable Speaker before(FrenchSentence s, int at) {
    int from = Math.max(s.clauseStart(at), at - NEAR);
    String words = s.text().substring(from, at);
    int length = words.stripTrailing().length();
    boolean isClosed = length > 0 && words.charAt(length - 1) == ',';
    if (!isClosed) {
      int comma = words.lastIndexOf(',', length);
      return atEnd(s, from + comma + 1, from + length, false);
    }
    int end = length - 1;
    int comma = words.lastIndexOf(',', end - 1);
    int start = comma < 0 ? -1 : words.lastIndexOf(',', comma - 1);
    if (comma < 0) {
      return null;
    }
    Speaker first = atEnd(s, from + start + 1, from + comma, false);
    if (first == null) {
      return null;
    }
    String aside = words.substring(comma + 1, end).strip();
    Speaker named = first.isNamed() ? null : bare(s, from + comma + 1, from + end);
    if (named != null) {
      return new Speaker(named.name(), first.name(), named.where(), true);
    }
    return first.isNamed() && first.office() == null && OFFICE.matcher(aside).lookingAt()
        ? new Speaker(first.name(), aside, first.where(), true)
        : first;
  }

  /// The speaker if the words are a name alone, but for a title.
  private @Nullable Speaker bare(FrenchSentence s, int from, int to) {
    return names.in(s).stream()
        .filter(each -> each.from() >= from && each.to() == end(s, to))
        .filter(
            each -> {
              String before = s.text().substring(from, each.from());
              return before.isBlank()
                  || TITLE.matcher(before).find()
                  || NOUNS.matcher(before.stripLeading()).matches();
            })
        .findFirst()
        .map(each -> person(s, each, null))
        .orElse(null);
  }

  private static int end(FrenchSentence s, int to) {
    int end = to;
    while (end > 0 && " ,".indexOf(s.text().charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /// The speaker that some words name at their end.
  ///
  /// @param isStart whether they begin with the speaker too
  private @Nullable Speaker atEnd(FrenchSentence s, int from, int to, boolean isStart) {
    int end = end(s, to);
    int start = from;
    while (start < end && s.text().charAt(start) == ' ') {
      start++;
    }
    if (start >= end) {
      return null;
    }
    String words = s.text().substring(start, end);
    Matcher offices = OFFICE.matcher(words);
    int office = -1;
    while (office < 0 && offices.find()) {
      office = isStart && offices.start() > 0 ? -1 : offices.start();
      if (isStart && offices.start() > 0) {
        break;
      }
    }
    FrenchNames.FrenchName name = null;
    for (FrenchNames.FrenchName each : names.in(s)) {
      name = each.from() >= start && each.to() == end ? each : name;
    }
    if (name == null) {
      return office < 0 ? null : described(s, start + office, end);
    }
    String before = s.text().substring(start, name.from());
    boolean isTitled = TITLE.matcher(before).find();
    boolean isDependent = !isTitled && DEPENDENT.matcher(before).find();
    if (office >= 0) {
      String described = words.substring(office, name.from() - start).strip();
      return isDependent
          ? ofDependent(s, start + office, end, name)
          : person(s, name, described.replaceFirst(" ?(?:MM?\\.|Mmes?|Mlle|Dr|Me)$", ""));
    }
    boolean isNoun =
        !isDependent
            && name.words().indexOf(' ') > 0
            && NOUNS.matcher(before).matches()
            && !THING.matcher(before).find();
    if (isNoun) {
      return person(s, name, before.strip().replaceFirst("^(?:que |qu')", ""));
    }
    boolean isAlone = isTitled || (!isDependent && BARE.matcher(before).matches());
    return isAlone && (!isStart || before.length() < 6) ? person(s, name, null) : null;
  }

  /// "Le président de la Kharie" is a description; "le président de la Kharie Tomas Verel" a
  /// person.
  private Speaker ofDependent(FrenchSentence s, int from, int to, FrenchNames.FrenchName name) {
    String[] parts = name.words().split(" ", 2);
    boolean isPerson = parts.length > 1 && parts[1].indexOf(' ') > 0;
    return isPerson
        ? person(
            s,
            new FrenchNames.FrenchName(name.from() + parts[0].length() + 1, name.to(), parts[1]),
            s.text().substring(from, name.from() + parts[0].length()))
        : described(s, from, to);
  }

  private static Speaker described(FrenchSentence s, int from, int to) {
    String words = s.text().substring(from, to).strip();
    return new Speaker(
        words, null, new TextSpan(s.start() + from, s.start() + from + words.length()), false);
  }

  private Speaker person(FrenchSentence s, FrenchNames.FrenchName name, @Nullable String office) {
    return new Speaker(
        names.fullest(name.words()),
        office == null || office.isBlank() ? null : office,
        new TextSpan(s.start() + name.from(), s.start() + name.to()),
        true);
  }
}
