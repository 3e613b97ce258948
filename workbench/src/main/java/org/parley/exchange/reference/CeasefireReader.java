package org.parley.exchange.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.genius.file.InputFile;
import org.parley.reference.CeasefireActor;
import org.parley.reference.Edition;

/// Reads the ETH/PRIO Civil Conflict Ceasefires.
///
/// Columns used: `id`, `cc`, `cf_id`, `location`, `actor_name`, `cf_dec_yr`, `cf_dec_month`,
/// `cf_dec_day`, `pax_id`; -1 says that something is not known. All other coded columns are
/// refused, `ended` among them: without the codebook their codes are not confirmed.
public final class CeasefireReader {

  private static final Set<String> USED =
      Set.of(
          "id",
          "cc",
          "cf_id",
          "location",
          "actor_name",
          "cf_dec_yr",
          "cf_dec_month",
          "cf_dec_day",
          "pax_id");

  /// The columns whose codes no codebook at hand confirms.
  static final Set<String> UNCONFIRMED =
      Set.of(
          "ended",
          "end_yr",
          "end_month",
          "end_day",
          "side",
          "partial",
          "written",
          "ceasefire_class",
          "timing",
          "implement",
          "enforcement",
          "ddr",
          "splinter",
          "truce");

  private static final Set<String> NONE = Set.of("-1", "");

  private CeasefireReader() {}

  /// Reads the file.
  ///
  /// @throws BadReferenceException if it is not that of this edition
  public static List<CeasefireActor> read(InputFile file) throws IOException {
    List<CeasefireActor> actors = new ArrayList<>();
    for (ReferenceTable.Row row : table(file).rows()) {
      actors.add(
          new CeasefireActor(
              row.number("id"),
              row.number("cc"),
              row.number("cf_id"),
              row.get("location"),
              row.get("actor_name"),
              row.number("cf_dec_yr"),
              row.find("cf_dec_month", NONE),
              row.find("cf_dec_day", NONE),
              row.find("pax_id", NONE)));
    }
    return actors;
  }

  static ReferenceTable table(InputFile file) throws IOException {
    return ReferenceTable.read(file, Edition.CEASEFIRES_2020, USED, UNCONFIRMED);
  }
}
