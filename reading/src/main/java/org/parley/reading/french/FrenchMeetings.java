package org.parley.reading.french;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Proposal;
import org.parley.reading.french.FrenchDates.FrenchDate;
import org.parley.reading.french.FrenchNames.FrenchName;

/// Meetings that took place or are planned: a verb of meeting, or a meeting with day or place.
final class FrenchMeetings {

  private static final int SURE = 75;
  private static final int LIKELY = 65;

  private static final String NOUN = FrenchWords.any("meetings.nouns");
  private static final String HELD = FrenchWords.any("meetings.held");
  private static final String PLANNED = FrenchWords.any("meetings.planned");

  private static final Pattern MET =
      FrenchWords.words(
          "(?:"
              + FrenchWords.any("meetings.present")
              + "|(?:se sont|s'est|s'étaient|s'était|se seraient|nous sommes) (?:[\\p{L}-]{1,15} ){0,2}?"
              + FrenchWords.any("meetings.participles")
              + ")");

  private static final Pattern TO_MEET =
      FrenchWords.words(
          "(?:"
              + FrenchWords.any("meetings.future")
              + "|(?:doivent|doit|vont|va|devront|devra|prévoient de|prévoit de|sont convenu(?:e)?s de) (?:[\\p{L}-]{1,15} ){0,2}?"
              + FrenchWords.any("meetings.infinitives")
              + ")");

  private static final Pattern NOUNS = FrenchWords.words(NOUN);
  private static final Pattern HELD_VERB = FrenchWords.words(HELD);
  private static final Pattern PLANNED_VERB = FrenchWords.words(PLANNED);

  private static final Pattern OFF =
      FrenchWords.words(
          "(?:"
              + FrenchWords.any("meetings.off", "share.denial")
              + "|n'[\\p{L}]{1,10} (?:pas|plus|jamais)|ne [\\p{L}']{1,12} (?:[\\p{L}]{1,10} )?(?:pas|plus|jamais))");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?<![\\p{L}])(à|au|aux|en|À|Au|Aux|En) ((?:(?:La|Le|Les) |L')?"
              + FrenchNames.NAME
              + ")");

  private static final Pattern NOT_THERE =
      FrenchWords.compiled(
          "(?:grâce|face|quant|favorable|opposé|contraire|jusqu'|remis|transmis|appel|accès) ?$");

  private static final Pattern ADJECTIVE = Pattern.compile("(?<![\\p{L}])\\p{Ll}[\\p{L}-]{3,20}");
  private static final Pattern OTHER_CLAUSE =
      FrenchWords.compiled(", (?:et|mais|tandis|alors|où|qui|dont|selon|même|ce)(?![\\p{L}])");

  /// A future tense in the clause of a meeting that is only named.
  private static final Pattern WILL_BE =
      FrenchWords.words("(?:sera|seront|aura|auront|ira|iront|doit|doivent|devra|devront)");

  private static final Pattern BETWEEN = FrenchWords.words("entre");

  private record Cue(int from, int to, boolean isPlanned, boolean isVerb) {}

  private record Place(int from, int to, String words) {}

  private final String whole;
  private final FrenchText text;
  private final FrenchNames names;
  private final FrenchDates dates;

  FrenchMeetings(String whole, FrenchText text, FrenchNames names, FrenchDates dates) {
    this.whole = whole;
    this.text = text;
    this.names = names;
    this.dates = dates;
  }

  List<Proposal.OfMeeting> in(FrenchSentence s) {
    List<Proposal.OfMeeting> found = new ArrayList<>();
    List<Cue> cues = cues(s);
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      int from = i == 0 ? 0 : cues.get(i - 1).to;
      int until = i + 1 < cues.size() ? cues.get(i + 1).from : s.text().length();
      from = Math.max(from, s.clauseStart(cue.from));
      until = Math.min(until, s.clauseEnd(cue.to));
      Matcher other = OTHER_CLAUSE.matcher(s.text()).region(cue.to, Math.max(cue.to, until));
      until = other.find() ? other.start() : until;
      Proposal.OfMeeting meeting = meeting(s, cue, from, until);
      if (meeting != null) {
        found.add(meeting);
      }
    }
    return found;
  }

  /// Verbs of meeting; without one, nouns with a verb of holding; else the first noun.
  private static List<Cue> cues(FrenchSentence s) {
    List<Cue> found = new ArrayList<>();
    add(found, MET, s.text(), false);
    add(found, TO_MEET, s.text(), true);
    found.sort(Comparator.comparingInt(Cue::from));
    if (found.isEmpty()) {
      Matcher noun = NOUNS.matcher(s.text());
      if (noun.find()) {
        Matcher planned = PLANNED_VERB.matcher(s.text());
        Matcher held = HELD_VERB.matcher(s.text());
        boolean isPlanned = planned.find();
        boolean isHeld = !isPlanned && held.find();
        int from =
            Math.min(
                noun.start(), isPlanned ? planned.start() : isHeld ? held.start() : noun.start());
        int to = Math.max(noun.end(), isPlanned ? planned.end() : isHeld ? held.end() : noun.end());
        boolean isNear = to - from < 160 && s.clauseEnd(from) >= to;
        found.add(
            isNear
                ? new Cue(from, to, isPlanned, isPlanned || isHeld)
                : new Cue(noun.start(), noun.end(), false, false));
      }
    }
    return found;
  }

  private static void add(List<Cue> found, Pattern pattern, String words, boolean isPlanned) {
    Matcher cue = pattern.matcher(words);
    while (cue.find()) {
      found.add(new Cue(cue.start(), cue.end(), isPlanned, true));
    }
  }

  private Proposal.@Nullable OfMeeting meeting(FrenchSentence s, Cue cue, int from, int until) {
    String words = s.text().substring(from, until);
    boolean isQuotedNoun = !cue.isVerb && text.isQuoted(s.start() + cue.from);
    if (OFF.matcher(words).find() || isQuotedNoun) {
      return null;
    }
    Place place = place(s, cue, from, until);
    boolean isAhead = cue.isPlanned || (!cue.isVerb && WILL_BE.matcher(words).find());
    FrenchDate day = day(words, cue.from - from, isAhead);
    boolean isMet = cue.isVerb && !NOUNS.matcher(s.text().substring(cue.from, cue.to)).find();
    boolean isEnough =
        isMet || (cue.isVerb ? place != null || day != null : place != null && day != null);
    List<String> who = participants(s, cue, from, until, place);
    if (!isEnough || (place == null && day == null && who.size() < 2)) {
      return null;
    }
    int end = Math.max(cue.to, place == null ? 0 : place.to);
    end = Math.max(end, day == null ? 0 : from + day.to());
    Edtf when = day == null ? null : day.date();
    return new Proposal.OfMeeting(
        s.quotation(whole, start(s, cue, from, place, day), end),
        place == null ? null : place.words,
        when,
        who,
        isAhead || (!cue.isVerb && isAfterPublication(when)),
        isMet ? SURE : LIKELY);
  }

  private boolean isAfterPublication(@Nullable Edtf when) {
    return when != null && dates.isAfterPublication(when);
  }

  /// The words of the quotation begin with the subject of the verb.
  private static int start(
      FrenchSentence s, Cue cue, int from, @Nullable Place place, @Nullable FrenchDate day) {
    int first = Math.min(cue.from, place == null ? cue.from : place.from);
    first = Math.min(first, day == null ? first : from + day.from());
    String and = s.text().substring(from, first);
    return cue.isVerb || and.length() < 60 ? from : first;
  }

  /// The date nearest to the cue, rather after it.
  private @Nullable FrenchDate day(String words, int cue, boolean ahead) {
    FrenchDate found = null;
    for (FrenchDate each : dates.in(words, ahead)) {
      if (found == null || (found.from() < cue && each.from() > cue)) {
        found = each;
      }
    }
    return found;
  }

  private @Nullable Place place(FrenchSentence s, Cue cue, int from, int until) {
    Matcher places = PLACE.matcher(s.text()).region(from, until).useTransparentBounds(true);
    Place found = null;
    while (places.find()) {
      String before = s.text().substring(Math.max(from, places.start() - 12), places.start());
      String words = placeName(places.group(1), places.group(2));
      boolean isFirst = found == null || (found.from < cue.from && places.start() > cue.from);
      if (isFirst && !NOT_THERE.matcher(before).find()) {
        found = new Place(places.start(), places.end(), words);
      }
    }
    return found;
  }

  private String placeName(String preposition, String name) {
    String country = names.country(name);
    return switch (preposition.toLowerCase(Locale.ROOT)) {
      case "au" -> country == null ? "Le " + name : name;
      case "aux" -> country == null ? "Les " + name : name;
      default -> name;
    };
  }

  /// Who is named before the verb, or after "entre".
  private List<String> participants(
      FrenchSentence s, Cue cue, int from, int until, @Nullable Place place) {
    Set<String> found = new LinkedHashSet<>();
    Matcher between = BETWEEN.matcher(s.text()).region(cue.from, until);
    boolean isBetween = between.find();
    int start = isBetween ? between.end() : from;
    int end = isBetween ? until : cue.from;
    for (FrenchName each : names.in(s)) {
      boolean isIn = each.from() >= start && each.to() <= end;
      boolean isPlace = place != null && each.from() >= place.from && each.to() <= place.to;
      if (isIn && !isPlace) {
        found.add(names.fullest(each.words()));
      }
    }
    if (start < end) {
      Matcher adjectives =
          ADJECTIVE.matcher(s.text()).region(start, end).useTransparentBounds(true);
      while (adjectives.find()) {
        String country = country(adjectives.group());
        if (country != null) {
          found.add(country);
        }
      }
    }
    return List.copyOf(found);
  }

  private @Nullable String country(String adjective) {
    String country = names.country(adjective);
    return country == null && adjective.endsWith("s")
        ? names.country(adjective.substring(0, adjective.length() - 1))
        : country;
  }
}
