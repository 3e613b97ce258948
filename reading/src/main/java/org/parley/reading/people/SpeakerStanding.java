package org.parley.reading.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.reading.Speaker;
import org.parley.reading.language.Lexicon;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Phrases;

/// Whether a name or description can speak: people, offices, organisations and parties can;
/// documents, sums, titles alone and outlets that report cannot. Cost: linear in the text.
public final class SpeakerStanding {

  /// How well a name serves as that of a speaker.
  public enum Ability {
    /// It names a person, or says which body or side.
    ABLE,
    /// It says no more than its kind: "the ministry", "her team".
    DOUBTFUL,
    /// It cannot speak.
    NOBODY
  }

  private static final Pattern SUM =
      Pattern.compile("[$€£¥]|%|\\bper ?cent\\b|\\d+ (?:m|bn|million|billion|trillion)\\b");

  private static final Set<String> LINKS =
      Set.of("of", "for", "in", "on", "at", "from", "with", "to", "close", "familiar");

  private static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their", "our", "my");

  private final String text;
  private final Coreference people;
  private final Countries countries;
  private final Phrases titles;
  private final Phrases speechless;
  private final Phrases outlets;
  private final Phrases nobody;

  public SpeakerStanding(ParsedText text, Coreference people, String language) {
    this.text = text.text();
    this.people = people;
    countries = Countries.of(language);
    Lexicon lexicon = text.lexicon();
    titles = lexicon.get("people.titles");
    speechless = lexicon.get("people.speechless");
    outlets = lexicon.get("people.outlets");
    nobody = lexicon.get("people.nobody");
  }

  /// The standing of a speaker.
  public Ability of(Speaker speaker) {
    List<String> words = words(speaker);
    boolean isTitle = words.stream().allMatch(each -> each.isEmpty() || titles.hasWord(each));
    String head = head(words);
    boolean isLettered = words.getLast().length() == 1 && speechless.hasWord(head);
    if (isTitle || isLettered) {
      return Ability.NOBODY;
    }
    if (people.isPerson(speaker)) {
      return Ability.ABLE;
    }
    boolean isNobody =
        SUM.matcher(speaker.name()).find()
            || speaker.name().length() < 2
            || nobody.hasWord(words.getFirst())
            || speechless.hasWord(head)
            || isOutlet(head, words);
    boolean isDoubtful = isBare(speaker, words) || isPlace(speaker);
    return isNobody ? Ability.NOBODY : isDoubtful ? Ability.DOUBTFUL : Ability.ABLE;
  }

  /// Whether a speaker is an outlet, which carries the words of others.
  public boolean isOutlet(Speaker speaker) {
    List<String> words = words(speaker);
    return !people.isPerson(speaker) && isOutlet(head(words), words);
  }

  private static List<String> words(Speaker speaker) {
    return List.of(speaker.name().toLowerCase(Locale.ROOT).split("[\\s,.]+"));
  }

  private boolean isOutlet(String head, List<String> words) {
    boolean isNews = head.equals("agency") && words.contains("news");
    return isNews || outlets.hasWord(head);
  }

  /// "The ministry", "her team": an article or an owner, and one noun.
  private static boolean isBare(Speaker speaker, List<String> words) {
    String rest = speaker.name().substring(1);
    boolean isCapital = !rest.equals(rest.toLowerCase(Locale.ROOT));
    boolean isOwned = POSSESSIVES.contains(words.getFirst());
    boolean isBareNoun = words.size() == 2 && words.getFirst().equals("the") && !isCapital;
    return isOwned || isBareNoun;
  }

  /// A single name that the text uses for a place. Countries and capitals speak for governments.
  private boolean isPlace(Speaker speaker) {
    String name = speaker.name();
    return speaker.isNamed()
        && name.matches("\\p{Lu}[\\p{L}'’-]+")
        && countries.find(name).isEmpty()
        && (text.contains(" in " + name) || text.contains(" near " + name));
  }

  /// The noun before the first preposition, behind a share: "access chapter" of "most of the access
  /// chapter".
  private static String head(List<String> words) {
    int start = words.size() > 2 && words.get(1).equals("of") && isShare(words.getFirst()) ? 2 : 0;
    String head = "";
    for (int i = start; i < words.size() && (i == start || !LINKS.contains(words.get(i))); i++) {
      boolean isLetter = words.get(i).length() < 2;
      head = isLetter && !head.isEmpty() ? head : words.get(i);
    }
    return head;
  }

  private static boolean isShare(String word) {
    return word.matches("most|all|half|some|much|part|parts|none|\\d+");
  }
}
