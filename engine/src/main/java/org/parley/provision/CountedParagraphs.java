package org.parley.provision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The paragraphs of a text in which nothing is numbered, such as a joint statement. Each is
/// counted by its place. Bullets are parts of the paragraph that announces them.
final class CountedParagraphs {

  private static final Pattern BULLET =
      Pattern.compile("(?<mark>[•◦▪‣●○■□·➢✓*–—-]|o(?=\\h+\\p{L}))\\h+(?<words>.*)", Pattern.DOTALL);

  private static final int FEWEST = 2;
  private static final int LONGEST_TITLE = 200;

  /// An open bullet, and where those beside it stand.
  private record Open(String mark, List<OpenProvision> siblings) {}

  private final List<OpenProvision> counted = new ArrayList<>();
  private final Deque<Open> bullets = new ArrayDeque<>();

  private CountedParagraphs() {}

  /// Takes the paragraphs out of the opening of a text, and leaves its title there. None for a text
  /// of a single paragraph.
  static List<OpenProvision> of(OpenProvision opening) {
    List<String> paragraphs = opening.paragraphs;
    int title = 0;
    while (title < paragraphs.size() && isTitle(paragraphs.get(title), title)) {
      title++;
    }
    if (paragraphs.size() - title < FEWEST) {
      return List.of();
    }
    CountedParagraphs read = new CountedParagraphs();
    List<String> left = paragraphs.subList(title, paragraphs.size());
    for (int at = 0; at < left.size(); at++) {
      read.add(left.get(at), opening.begunAt.get(title + at));
    }
    left.clear();
    return read.counted;
  }

  /// The first paragraph is one if it is no sentence.
  private static boolean isTitle(String words, int at) {
    boolean isFirst = at == 0 && words.length() <= LONGEST_TITLE && !LineForms.ends(words);
    return (isFirst || LineForms.isHeading(words)) && !BULLET.matcher(words).matches();
  }

  private void add(String paragraph, int line) {
    Matcher bullet = BULLET.matcher(paragraph);
    if (!bullet.matches()) {
      bullets.clear();
      add(counted, paragraph, line);
      return;
    }
    String mark = bullet.group("mark");
    if (bullets.stream().anyMatch(each -> each.mark.equals(mark))) {
      while (!bullets.element().mark.equals(mark)) {
        bullets.pop();
      }
    } else {
      bullets.push(new Open(mark, beside()));
    }
    add(bullets.element().siblings, bullet.group("words"), line);
  }

  /// Where the first bullet of a kind stands: in the paragraph above, if that announces it.
  private List<OpenProvision> beside() {
    List<OpenProvision> last = bullets.isEmpty() ? counted : bullets.element().siblings;
    return !last.isEmpty() && last.getLast().paragraphs.getLast().endsWith(":")
        ? last.getLast().parts
        : last;
  }

  private static void add(List<OpenProvision> siblings, String words, int line) {
    OpenProvision node = new OpenProvision(ProvisionNumber.unnumbered(siblings.size() + 1), line);
    node.paragraphs.add(words);
    siblings.add(node);
  }
}
