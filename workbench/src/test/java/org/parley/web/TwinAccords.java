package org.parley.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.round.Accord;
import org.parley.round.AccordException;
import org.parley.round.AccordRecords;

/// An accord that everybody sees and one that the mediator alone sees, for a generated case.
final class TwinAccords {

  private TwinAccords() {}

  static Case added(Case all) {
    List<CaseRecord> records = new ArrayList<>(all.records());
    records.addAll(records("The river", new Visibility.Public()));
    records.addAll(records("The hills", new Visibility.Mediator()));
    return Case.of(all.info(), records);
  }

  /// The digests of all accords of a case, those that everybody sees first.
  static List<String> digests(Case all) {
    List<String> digests = new ArrayList<>();
    for (AccordRecords each : AccordRecords.list(all.viewFor(new Viewer.Mediator()))) {
      boolean isPublic = each.instrument().visibility() instanceof Visibility.Public;
      digests.add(isPublic ? 0 : digests.size(), each.accord().digest());
    }
    return digests;
  }

  private static List<CaseRecord> records(String title, Visibility readers) {
    String words =
        """
        parley-tabled-package/1
        round r
        title - A round
        party UA
        party UA-X
        opens 2024-03-01T09:00Z
        closes -
        reveal ALL_ANSWERED
        package k
        title - %s
        version 1
        author -
        """
            .replace("%s", title);
    String head =
        """
        parley-accord/1
        basis %s
        applied 2024-03-01T12:00:00Z
        cause ALL_ANSWERED
        accepted UA
        accepted UA-X

        """
            .replace("%s", sha256(words));
    try {
      return AccordRecords.of(Accord.parse(head + words), "The mediator", "Ad referendum", readers)
          .records();
    } catch (AccordException e) {
      throw new AssertionError(e);
    }
  }

  private static String sha256(String words) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
