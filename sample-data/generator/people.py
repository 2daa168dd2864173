"""Names of persons and companies, telephone numbers, addresses: all invented."""

FIRST = ["Rajesh", "Sunita", "Amit", "Priya", "Vikram", "Kavita", "Suresh", "Anjali", "Manoj", "Deepa",
         "Ramesh", "Neha", "Sanjay", "Pooja", "Arun", "Meena", "Nitin", "Shweta", "Prakash", "Rekha",
         "Mahesh", "Asha", "Dinesh", "Lata", "Harish", "Usha", "Farhan", "Ayesha", "Gurpreet", "Joseph",
         "Imran", "Lakshmi", "Karthik", "Divya", "Ganesh", "Smita"]
LAST = ["Sharma", "Patil", "Shah", "Iyer", "Gupta", "Deshmukh", "Mehta", "Nair", "Joshi", "Kulkarni",
        "Agarwal", "Rao", "Khan", "Singh", "D'Souza", "Reddy", "Jain", "Chavan", "Bose", "Pillai",
        "More", "Verma", "Shaikh", "Kaur", "Fernandes", "Bhat"]
COMPANIES = [
    "Sharma Traders", "Shree Ganesh Textiles Pvt Ltd", "Patel & Sons", "Deccan Auto Components",
    "Sai Pharma Distributors", "Mehta Steel Industries", "Laxmi Jewellers", "Om Agro Foods LLP",
    "Konkan Sea Exports", "Bharat Electricals", "Royal Furniture House", "Jain Hardware Mart",
    "Sahyadri Dairy Producers Co-op Society", "New India Printing Press", "Kaveri Silks",
    "Balaji Transport Co.", "Green Leaf Organics", "Pune Packaging Solutions", "Shivneri Constructions",
    "Krishna Medical Stores", "Modern Tools & Dies", "Sunrise Ceramics", "Anand Sweets and Farsan",
    "Vidya Book Depot", "Trimurti Engineering Works", "A-One Mobile Gallery", "Gurukrupa Enterprises",
    "Maruti Cold Storage", "Nirmal Plastics", "Chawla Footwear", "Ashirwad Caterers", "Zenith Solar Power",
    "Swastik Oil Mills", "Gandhi Cloth Centre", "Bluebell School Trust", "Hindustan Rubber Products",
    "Rathi Dal Mill", "Prime Logistics (India)", "Shanti Hospital", "Wadia Refrigeration", "Vasant Kirana",
    "Eklavya Classes", "Unique Opticals", "Tirupati Granites", "Mangalam Spices", "Silver Line Hotels",
    "Apex Security Services", "Narmada Seeds", "Everest Paper Mart", "Omkar Travels", "K. K. Associates",
    "Durga Auto Garage", "Crystal Glass Works", "Bombay Dry Fruits", "Sundaram Yarns", "Hari Om Dairy",
    "Metro Tyres", "Ambika Fireworks", "Pooja Beauty Parlour", "श्री समर्थ ट्रेडर्स",
]
AGENTS = [  # username, full name, role, weight of the work taken; the first five make a small desk
    ("vikas.admin", "Vikas Kulkarni", "Admin", 1), ("snehal", "Snehal Deshpande", "Support Head", 4),
    ("rohit", "Rohit Pawar", "Support", 20), ("farida", "Farida Shaikh", "Agent", 17),
    ("accounts", "Mangesh Joshi", "Accountant", 0), ("ankita", "Ankita Rane", "Support", 16),
    ("deepak.k", "Deepak Kumar Yadav", "Support", 14), ("lakshmi", "Lakshmi Iyer", "Agent", 12),
    ("tushar", "Tushar Bhosale", "Support", 11), ("ajay", "Ajay More", "Agent", 9),
    ("sales.neeta", "Neeta Shah", "Sales", 0), ("mod.irfan", "Irfan Patel", "Moderator", 1),
]
LEFT = {"ajay": "2025-12-31"}  # last working day; is_active is false since
JOINED = {"tushar": "2025-07-01", "lakshmi": "2025-09-15"}


def phone(dice):
    """Obviously nobody's number: 98000 followed by five digits."""
    return f"98000{dice.whole(10000, 99999)}"


def person(dice):
    return f"{dice.pick(FIRST)} {dice.pick(LAST)}"


def email(name, company_number):
    local = "".join(c for c in name.lower() if c.isascii() and c.isalpha() or c == " ").replace(" ", ".")
    return f"{local}{company_number}@example.in"
