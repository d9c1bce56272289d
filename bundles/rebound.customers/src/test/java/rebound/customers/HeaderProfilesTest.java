package rebound.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderProfilesTest {

	private final HeaderProfiles profiles = new HeaderProfiles();

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"salesforce|Id,AccountId,LastName,FirstName,Title,Email,MobilePhone,MailingPostalCode|CRM_RECORD_ID,ACCOUNT_ID,LAST_NAME,FIRST_NAME,JOB_TITLE,EMAIL,MOBILE,POSTAL_CODE",
			"salesforce|Contact ID,Account Name,Mailing Zip/Postal Code,Contact Owner|CRM_RECORD_ID,COMPANY,POSTAL_CODE,OWNER",
			"hubspot|Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage|CRM_RECORD_ID,FIRST_NAME,LAST_NAME,EMAIL,PHONE,OWNER,CUSTOMER_CLASS",
			"dynamics|(Do Not Modify) Contact,(Do Not Modify) Row Checksum,Full Name,Business Phone,Email Address 2,Address 1: City|CRM_RECORD_ID,OTHER,FULL_NAME,PHONE,EMAIL,CITY",
			"zoho|Record Id,Contact Owner,First Name,Secondary Email,Mailing Zip,Email Opt Out|CRM_RECORD_ID,OWNER,FIRST_NAME,EMAIL,POSTAL_CODE,OTHER",
			"suitecrm|id,first_name,last_name,email1,phone_work,primary_address_street,invalid_email|CRM_RECORD_ID,FIRST_NAME,LAST_NAME,EMAIL,PHONE,STREET,OTHER",
			"civicrm|Contact ID,Contact Type,Display Name,Current Employer,Email,On Hold|CRM_RECORD_ID,OTHER,FULL_NAME,COMPANY,EMAIL,OTHER",
			"odoo|id,name,parent_id/id,email,zip,country_id/code,function|EXTERNAL_ID,FULL_NAME,ACCOUNT_ID,EMAIL,POSTAL_CODE,COUNTRY_CODE,JOB_TITLE" })
	void knowsTheExportsOfPrograms(String id, String headers, String fields) {
		List<String> columns = List.of(headers.split(","));
		assertEquals(id, profiles.detect(columns));
		assertEquals(fields, String.join(",", profiles.map(columns, ReadSettings.AUTOMATIC).stream()
				.map(column -> column.field().name()).toList()));
	}

	@Test
	void anOrdinaryTableIsNoProgramsExport() {
		assertNull(profiles.detect(List.of("id", "first name", "last name", "email", "city")));
		assertNull(profiles.detect(List.of("Customer ID", "Name", "Email", "Company", "Owner")));
	}

	@Test
	void aChosenProfileNeedsNoMarks() {
		List<MappedColumn> columns = profiles.map(List.of("Id", "Name"),
				new ReadSettings("salesforce", Map.of(), null, null));
		assertEquals(CustomerField.CRM_RECORD_ID, columns.getFirst().field());
	}
}
