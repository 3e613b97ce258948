package org.parley.wording;

import com.ibm.icu.text.NumberFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.zone.CountEstimate;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Rational;

/// How many packages there are, and which share of them, in one language.
public final class PackageNumbers {

  /// Larger numbers are shown with three digits.
  private static final BigInteger READABLE = BigInteger.TEN.pow(36);

  private static final double ROUGH = 1e9;

  private final Messages messages;

  public PackageNumbers(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static PackageNumbers current() {
    return new PackageNumbers(Messages.current());
  }

  /// "20,736"; for very large numbers, "about 5.60e+145".
  public String number(BigInteger count) {
    return messages.text(
        "number", "rough", isRough(count), "first", false, "number", digits(count));
  }

  private static boolean isRough(BigInteger count) {
    return count.compareTo(READABLE) >= 0;
  }

  private String digits(BigInteger count) {
    return isRough(count)
        ? String.format(Locale.ROOT, "%.2e", new BigDecimal(count))
        : NumberFormat.getInstance(messages.language().locale()).format(count);
  }

  /// "1 package", "20,736 packages".
  public String count(BigInteger packages) {
    return count(packages, packages);
  }

  /// "1 package", "20 packages", "20 to 40 packages".
  public String count(BigInteger atLeast, BigInteger atMost) {
    return count(atLeast, atMost, false);
  }

  /// The same to begin a sentence with.
  String countFirst(BigInteger atLeast, BigInteger atMost) {
    return count(atLeast, atMost, true);
  }

  private String count(BigInteger atLeast, BigInteger atMost, boolean isFirst) {
    String least =
        messages.text(
            "number", "rough", isRough(atLeast), "first", isFirst, "number", digits(atLeast));
    return atLeast.equals(atMost)
        ? messages.text("packages.count", "one", atMost.equals(BigInteger.ONE), "count", least)
        : messages.text("packages.count-to", "least", least, "most", number(atMost), "one", false);
  }

  /// "20,736", "20 to 40".
  public String number(ZoneTable.Row row) {
    return row.isExact()
        ? number(row.atLeast())
        : messages.text("from-to", "from", number(row.atLeast()), "to", number(row.atMost()));
  }

  /// "20,736", "between 20 and 40".
  String between(ZoneTable.Row row) {
    return counted(row, false);
  }

  /// The same to begin a sentence with.
  String counted(ZoneTable.Row row) {
    return counted(row, true);
  }

  private String counted(ZoneTable.Row row, boolean isFirst) {
    return row.isExact()
        ? messages.text(
            "number",
            "rough",
            isRough(row.atLeast()),
            "first",
            isFirst,
            "number",
            digits(row.atLeast()))
        : messages.text(
            "between",
            "first",
            isFirst,
            "least",
            number(row.atLeast()),
            "most",
            number(row.atMost()));
  }

  /// A share in per cent, never rounded to none or to all.
  public String percent(Rational share) {
    BigInteger percent = share.times(Rational.of(100)).rounded();
    return share.signum() > 0 && percent.signum() == 0
        ? messages.text("percent", "sign", "<", "number", "1")
        : share.compareTo(Rational.ONE) < 0 && percent.equals(BigInteger.valueOf(100))
            ? messages.text("percent", "sign", ">", "number", "99")
            : messages.text("percent", "sign", "", "number", percent.toString());
  }

  /// How many packages there are, estimated; or that they were counted, and only shares are not.
  public String about(CountEstimate estimate) {
    return estimate.low() == estimate.high()
        ? messages.text("packages.counted")
        : messages.text(
            "packages.estimated",
            "count",
            rough(estimate.count()),
            "draws",
            estimate.draws(),
            "low",
            rough(estimate.low()),
            "high",
            rough(estimate.high()));
  }

  private String rough(double count) {
    NumberFormat whole = NumberFormat.getIntegerInstance(messages.language().locale());
    return count < ROUGH ? whole.format(count) : String.format(Locale.ROOT, "%.2e", count);
  }

  /// A share estimated from random packages, in per cent with its interval.
  public String about(WilsonEstimate estimate) {
    return messages.text(
        "packages.estimated-share",
        "share",
        Math.round(100 * estimate.share()),
        "low",
        (long) Math.floor(100 * estimate.low()),
        "high",
        (long) Math.ceil(100 * estimate.high()));
  }

  /// A chance with its interval: `83 % (81.0 to 85.2 %)`; never rounded to none or to all.
  public String chance(WilsonEstimate estimate) {
    NumberFormat tenths = NumberFormat.getInstance(messages.language().locale());
    tenths.setMinimumFractionDigits(1);
    tenths.setMaximumFractionDigits(1);
    long percent =
        estimate.hits() == 0
            ? 0
            : estimate.hits() == estimate.draws()
                ? 100
                : Math.round(Math.clamp(estimate.share() * 100, 1.0, 99.0));
    return messages.text(
        "packages.chance",
        "share",
        percent,
        "low",
        tenths.format(Math.floor(estimate.low() * 1000) / 10),
        "high",
        tenths.format(Math.ceil(estimate.high() * 1000) / 10));
  }
}
