package org.parley.answer.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.parley.outlook.ModelSkill;

/// The skill of the model of survival, computed once from the rows of UCDP.
///
/// The rows are not shipped. A test computes the figures again from the rows.
public final class ShippedSkill {

  /// The features of the model.
  public static final int FEATURES = 34;

  private static final String RESOURCE = "model-skill.csv";
  private static final String HEADING = "years,agreements,conflicts,skill,least,most";

  private static final List<ModelSkill> SHIPPED = read();

  private ShippedSkill() {}

  /// The figures of this version, by horizon.
  public static List<ModelSkill> shipped() {
    return SHIPPED;
  }

  /// The text of figures, as they are shipped: a line for each horizon.
  public static String text(List<ModelSkill> skills) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (ModelSkill each : skills) {
      text.append(
              Arrays.stream(
                      new int[] {
                        each.years(),
                        each.agreements(),
                        each.conflicts(),
                        each.skill(),
                        each.least(),
                        each.most()
                      })
                  .mapToObj(Integer::toString)
                  .reduce((all, next) -> all + "," + next)
                  .orElseThrow())
          .append('\n');
    }
    return text.toString();
  }

  private static List<ModelSkill> read() {
    try (InputStream in = ShippedSkill.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("reading the skill of the model: there is no " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",", -1)).mapToInt(Integer::parseInt).toArray())
          .map(of -> new ModelSkill(of[0], of[1], of[2], of[3], of[4], of[5]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the skill of the model: " + RESOURCE, e);
    }
  }
}
