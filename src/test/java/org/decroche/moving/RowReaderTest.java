package org.decroche.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.decroche.moving.Fault.What;
import org.decroche.numbers.NumberReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  private static final NumberReader NUMBERS = new NumberReader();

  @Test
  void aRowIsUnderstoodCellByCell() {
    Row row =
        read(
            List.of(
                Field.KEY, Field.FIRST_NAME, Field.NAME, Field.NUMBER, Field.NOTE, Field.LANGUAGE),
            " C-1 ",
            "Zoé",
            "Lefèvre",
            "06 39 98 01 12, +33 1 99 00 10 12",
            "a\r\nb\u0007",
            "fr");

    assertThat(row.fault()).isNull();
    assertThat(row.numbers()).containsExactly("+33639980112", "+33199001012");
    assertThat(row.values())
        .isEqualTo(
            Map.of(
                Field.KEY,
                "C-1",
                Field.NAME,
                "Zoé Lefèvre",
                Field.NOTE,
                "a\nb",
                Field.LANGUAGE,
                "fr"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3,36E+10", "3.36E+10", "3,36399801E+10", "3E10", "06 39 98 01 12; 3,3E+10"})
  void aNumberThatASpreadsheetRoundedIsRefusedNotGuessed(String cell) {
    assertThat(number(cell)).extracting(Fault::what).isEqualTo(What.SCIENTIFIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call me", "0", "+33", "06 39 98 01", "17", "=1+1"})
  void whatIsNoPublicNumberIsRefused(String cell) {
    assertThat(number(cell)).extracting(Fault::what).isEqualTo(What.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0639980112",
        "33639980112",
        "'+33639980112",
        "+33 (0)6 39 98 01 12",
        "06.39.98.01.12"
      })
  void numbersAreReadInTheShapesPeopleWrite(String cell) {
    assertThat(read(List.of(Field.KEY, Field.NUMBER), "1", cell).numbers())
        .containsExactly("+33639980112");
  }

  @Test
  void whatIsMissingOrTooLongIsRefusedByField() {
    assertThat(fault(List.of(Field.KEY, Field.NAME), "", "Anne"))
        .isEqualTo(new Fault(Field.KEY, What.MISSING, ""));
    assertThat(fault(List.of(Field.KEY, Field.NAME), "1", " "))
        .isEqualTo(new Fault(Field.NAME, What.MISSING, ""));
    assertThat(fault(List.of(Field.KEY, Field.NAME), "1"))
        .isEqualTo(new Fault(Field.NAME, What.MISSING, ""));
    assertThat(fault(List.of(Field.KEY, Field.NAME), "1", "x".repeat(201)).value()).hasSize(61);
    assertThat(fault(List.of(Field.KEY, Field.LANGUAGE), "1", "Français").what())
        .isEqualTo(What.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, 2026-11-02T12:00:00Z",
    "02/11/2026, 2026-11-02T12:00:00Z",
    "2.11.2026, 2026-11-02T12:00:00Z",
    "2026-11-02 09:30:00, 2026-11-02T12:00:00Z",
    "2026-11-02T09:30:00+01:00, 2026-11-02T08:30:00Z"
  })
  void momentsAreReadAsFilesWriteThem(String cell, String expected) {
    Row row =
        new RowReader(Kind.CASES, List.of(Field.KEY, Field.OPENED), "FR", NUMBERS)
            .read(2, List.of("1", cell));
    assertThat(row.values()).containsEntry(Field.OPENED, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2026",
        "11-02-2026",
        "yesterday",
        "0000-00-00",
        "0000-01-01",
        "-0001-11-30",
        "30/11/0000",
        "+12026-01-01T00:00:00Z"
      })
  void aDayThatIsNoneIsRefused(String cell) {
    Row row =
        new RowReader(Kind.CASES, List.of(Field.KEY, Field.OPENED), "FR", NUMBERS)
            .read(2, List.of("1", cell));
    assertThat(row.fault()).isEqualTo(new Fault(Field.OPENED, What.UNREADABLE, cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+33639980112",
        "-2",
        "@SUM(A1)",
        "'=x",
        "''=x",
        "\tx",
        "plain",
        "'plain",
        "",
        "it's"
      })
  void formulasAreNeutralisedAndComeBackAsTheyWere(String text) {
    String cell = Cells.neutral(text);

    assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
    assertThat(Cells.plain(cell)).isEqualTo(text);
  }

  private static Row read(List<Field> columns, String... cells) {
    return new RowReader(Kind.CUSTOMERS, List.copyOf(columns), "FR", NUMBERS)
        .read(2, Arrays.asList(cells));
  }

  private static Fault fault(List<Field> columns, String... cells) {
    return read(columns, cells).fault();
  }

  private static Fault number(String cell) {
    return fault(List.of(Field.KEY, Field.NUMBER), "1", cell);
  }
}
